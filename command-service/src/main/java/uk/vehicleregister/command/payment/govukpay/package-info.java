/// GOV.UK Pay as the payment provider: hosted payments with delayed capture, over its public API.
@NullMarked
package uk.vehicleregister.command.payment.govukpay;

import org.jspecify.annotations.NullMarked;
