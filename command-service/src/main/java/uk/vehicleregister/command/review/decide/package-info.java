/// A registrar accepts or refuses an application that no rule could decide.
@NullMarked
package uk.vehicleregister.command.review.decide;

import org.jspecify.annotations.NullMarked;
