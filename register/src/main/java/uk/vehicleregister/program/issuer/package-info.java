/// The development OpenID issuer of the embedded default, and the tokens it gives out.
@NullMarked
package uk.vehicleregister.program.issuer;

import org.jspecify.annotations.NullMarked;
