/// Every reason the register gives for not doing what was asked, with its HTTP status and its next step.
@NullMarked
package uk.vehicleregister.kernel.refusal;

import org.jspecify.annotations.NullMarked;
