package uk.vehicleregister.command.payment;

import uk.vehicleregister.command.web.Field;
import uk.vehicleregister.command.web.Fields;

/// `{"token": "..."}`: card details never come near the register.
public final class PaymentForm {

    public static Field<PaymentToken> read(Fields in) {
        return in.required("token", PaymentToken::parse);
    }

    private PaymentForm() {}
}
