package uk.vehicleregister.command.payment;

import uk.vehicleregister.kernel.field.Parsed;

/// What the provider's hosted page gave the applicant in place of card details. It is handed on; the log keeps a
/// keyed digest of it, and the provider's name for the payment.
public record PaymentToken(String text) {

    public static Parsed<PaymentToken> parse(String text) {
        return text.matches("[A-Za-z0-9_-]{1,64}")
                ? new Parsed.Valid<>(new PaymentToken(text))
                : new Parsed.Faulty<>("MALFORMED", "must be 1 to 64 letters, digits, hyphens or underscores");
    }

    @Override
    public String toString() {
        return "PaymentToken[***]";
    }
}
