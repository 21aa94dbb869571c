/// How a letter leaves the house: one port, and behind it SMTP, GOV.UK Notify or a folder.
@NullMarked
package uk.vehicleregister.query.mail.post;

import org.jspecify.annotations.NullMarked;
