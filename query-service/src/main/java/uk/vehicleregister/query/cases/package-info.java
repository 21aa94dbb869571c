/// Applications that no rule could decide: the work list of the registrars.
@NullMarked
package uk.vehicleregister.query.cases;

import org.jspecify.annotations.NullMarked;
