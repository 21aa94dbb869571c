/// A mark is taken off its vehicle and kept on a certificate.
@NullMarked
package uk.vehicleregister.command.mark.retain;

import org.jspecify.annotations.NullMarked;
