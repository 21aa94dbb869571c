package uk.vehicleregister.command.payment.govukpay;

import tools.jackson.databind.JsonNode;
import uk.vehicleregister.command.payment.PaymentProvider.Standing;
import uk.vehicleregister.command.payment.govukpay.GovukPayClient.Answer;

/// What GOV.UK Pay says of one payment.
sealed interface HostedPayment {

    Standing standing();

    /// @param pence the fee, without a surcharge of the card
    /// @param refundStatus `pending`, `unavailable`, `available` or `full`
    /// @param refundablePence what may still be given back, a surcharge included
    /// @param refundedPence given back so far
    record Known(Standing standing, int pence, String refundStatus, int refundablePence, int refundedPence)
            implements HostedPayment {

        boolean canRefund() {
            return refundStatus.equals("available");
        }

        /// A payment that was just taken cannot be refunded yet.
        boolean mayRefundLater() {
            return refundStatus.equals("pending");
        }
    }

    record Absent() implements HostedPayment {

        @Override
        public Standing standing() {
            return Standing.NEVER_HEARD_OF;
        }
    }

    record NotTold() implements HostedPayment {

        @Override
        public Standing standing() {
            return Standing.UNKNOWN;
        }
    }

    static HostedPayment of(Answer answer) {
        return switch (answer) {
            case Answer.Said(int status, JsonNode _) when status == 404 -> new Absent();
            case Answer.Said(int status, JsonNode body)
            when status == 200 && body.path("amount").isInt() -> known(body);
            case Answer _ -> new NotTold();
        };
    }

    private static Known known(JsonNode body) {
        JsonNode refunds = body.path("refund_summary");
        return new Known(
                standing(body.path("state").path("status").asString("")),
                body.path("amount").asInt(),
                refunds.path("status").asString(""),
                refunds.path("amount_available").asInt(0),
                refunds.path("amount_submitted").asInt(0));
    }

    /// The status lifecycle of its API reference. `failed` is declined, expired or cancelled by the payer: never
    /// paid.
    private static Standing standing(String status) {
        return switch (status) {
            case "created", "started", "submitted" -> Standing.PENDING;
            case "capturable" -> Standing.AUTHORISED;
            case "success" -> Standing.SETTLED;
            case "failed", "error" -> Standing.DECLINED;
            case "cancelled" -> Standing.CANCELLED;
            default -> Standing.UNKNOWN;
        };
    }
}
