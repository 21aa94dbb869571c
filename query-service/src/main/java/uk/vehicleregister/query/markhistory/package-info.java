/// Where a registration mark has been: on vehicles, on certificates, or nowhere.
@NullMarked
package uk.vehicleregister.query.markhistory;

import org.jspecify.annotations.NullMarked;
