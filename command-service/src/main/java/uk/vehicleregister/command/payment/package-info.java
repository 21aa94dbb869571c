/// Fees: claimed in the log before the provider is asked, so that nobody pays twice and nothing changes unpaid.
@NullMarked
package uk.vehicleregister.command.payment;

import org.jspecify.annotations.NullMarked;
