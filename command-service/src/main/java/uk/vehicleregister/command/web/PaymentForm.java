package uk.vehicleregister.command.web;

import uk.vehicleregister.command.payment.PaymentToken;

/// `{"token": "..."}`: card details never come near the register.
public final class PaymentForm {

    public static Field<PaymentToken> read(Fields in) {
        return in.required("token", PaymentToken::parse);
    }

    private PaymentForm() {}
}
