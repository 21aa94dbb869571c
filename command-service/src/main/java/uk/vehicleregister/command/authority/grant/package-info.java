/// A keeper lets an intermediary act for them.
@NullMarked
package uk.vehicleregister.command.authority.grant;

import org.jspecify.annotations.NullMarked;
