/// A transparency log's formats and arithmetic (RFC 6962, RFC 9162, C2SP), and the two ways in which they say no.
@NullMarked
package uk.vehicleregister.transparencylog;

import org.jspecify.annotations.NullMarked;
