package uk.vehicleregister.command.payment.govukpay;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import uk.vehicleregister.command.payment.PaymentAtProvider;
import uk.vehicleregister.command.payment.PaymentProvider;
import uk.vehicleregister.command.payment.PaymentToken;
import uk.vehicleregister.command.payment.govukpay.GovukPayClient.Answer;

/// GOV.UK Pay. The applicant pays on a hosted page that was opened with `delayed_capture`; the token is the id of
/// that payment, and the payment is asked about, captured, cancelled and refunded under it
/// (docs.payments.service.gov.uk, API reference and delayed capture). A capture must come within 120 hours of the
/// payment's creation.
public final class GovukPay implements PaymentProvider, AutoCloseable {

    private final GovukPayClient client;

    GovukPay(GovukPayClient client) {
        this.client = client;
    }

    /// Throws IllegalArgumentException without a key: nothing could be paid.
    public static GovukPay with(GovukPaySettings settings) {
        String key = settings.apiKey();
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException("register.payments.govuk-pay.api-key is needed for govuk-pay");
        }
        return new GovukPay(new GovukPayClient(
                Objects.requireNonNull(settings.url()), key, Objects.requireNonNull(settings.timeout())));
    }

    @Override
    public Optional<String> referenceOf(String key, PaymentToken token) {
        return Optional.of(token.text());
    }

    @Override
    public boolean tokensPayOnce() {
        return true;
    }

    /// The payer has authorised it on the hosted page or has not; nothing happens here, so asking again is
    /// harmless.
    @Override
    public Authorisation authorise(PaymentAtProvider payment, PaymentToken token) {
        return switch (find(new PaymentAtProvider(payment.key(), token.text(), payment.pence()))) {
            case AUTHORISED -> new Authorisation.Authorised(token.text());
            case PENDING, UNKNOWN -> new Authorisation.Unknown();
            // SETTLED: it was opened without delayed capture, or has paid for something else.
            case DECLINED, SETTLED, CANCELLED, NEVER_HEARD_OF -> new Authorisation.Declined();
        };
    }

    @Override
    public Standing find(PaymentAtProvider payment) {
        return switch (read(payment.reference())) {
            case HostedPayment.Known known when known.pence() != payment.pence() -> Standing.DECLINED;
            case HostedPayment found -> found.standing();
        };
    }

    /// GOV.UK Pay answers 204 to a capture however often it is asked for, and 409 (P1003) when it cannot be any
    /// more.
    @Override
    public Standing settle(PaymentAtProvider payment) {
        if (payment.reference() == null) return Standing.NEVER_HEARD_OF;
        return succeeded(client.post(path(payment.reference()) + "/capture", ""))
                ? Standing.SETTLED
                : unlessStillHeld(payment.reference());
    }

    /// 204; or 400 (P0501), also when it was cancelled before, and the payment itself then tells.
    @Override
    public Standing cancel(PaymentAtProvider payment) {
        if (payment.reference() == null) return Standing.NEVER_HEARD_OF;
        return succeeded(client.post(path(payment.reference()) + "/cancel", ""))
                ? Standing.CANCELLED
                : unlessStillHeld(payment.reference());
    }

    /// What was given back already tells whether this refund was. `refund_amount_available` makes of two at once
    /// one: the second is answered 412 (P0604), and the next look tells.
    @Override
    public Refund refund(PaymentAtProvider payment, int pence, int before) {
        if (!(read(payment.reference()) instanceof HostedPayment.Known now)) return Refund.UNKNOWN;
        if (now.refundedPence() >= before + pence) return Refund.GIVEN;
        if (!now.canRefund()) return now.mayRefundLater() ? Refund.UNKNOWN : Refund.REFUSED;
        JsonNode body = JsonNodeFactory.instance
                .objectNode()
                .put("amount", pence)
                .put("refund_amount_available", now.refundablePence());
        return refunded(client.post(path(payment.reference()) + "/refunds", body.toString()));
    }

    private static Refund refunded(Answer answer) {
        if (!(answer instanceof Answer.Said(int status, JsonNode refund))) return Refund.UNKNOWN;
        if (status == 400 || status == 422) return Refund.REFUSED;
        boolean taken = status >= 200
                && status < 300
                && !"error".equals(refund.path("status").asString(""));
        return taken ? Refund.GIVEN : Refund.UNKNOWN;
    }

    /// After a call that did not succeed the payment tells how it stands. Where it is held still, that is no
    /// outcome.
    private Standing unlessStillHeld(String reference) {
        Standing standing = read(reference).standing();
        return standing == Standing.AUTHORISED || standing == Standing.PENDING ? Standing.UNKNOWN : standing;
    }

    private HostedPayment read(@Nullable String reference) {
        if (reference == null) return new HostedPayment.Absent();
        return HostedPayment.of(client.get(path(reference)));
    }

    private static boolean succeeded(Answer answer) {
        return answer instanceof Answer.Said said && said.status() >= 200 && said.status() < 300;
    }

    /// A token holds nothing that means something in a path.
    private static String path(@Nullable String reference) {
        return "/v1/payments/" + reference;
    }

    @Override
    public void close() {
        client.close();
    }
}
