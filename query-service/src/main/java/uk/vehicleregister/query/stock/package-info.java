/// What dealers have in stock: vehicles in the trade, by the account that told of the disposal.
@NullMarked
package uk.vehicleregister.query.stock;

import org.jspecify.annotations.NullMarked;
