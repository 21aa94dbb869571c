/// Mails to the people a transaction concerns: an outbox that follows the log, and its sender.
@NullMarked
package uk.vehicleregister.query.mail;

import org.jspecify.annotations.NullMarked;
