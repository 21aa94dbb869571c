/// The numbers printed on paper that prove a right: document references and certificate numbers.
@NullMarked
package uk.vehicleregister.kernel.paper;

import org.jspecify.annotations.NullMarked;
