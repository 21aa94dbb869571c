package uk.vehicleregister.command.payment;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The demo's provider: it knows three tokens (contract.md). `tok_timeout` authorises and loses its answer, so that
/// the first call is unknown and a later question under the same key finds the fee authorised.
///
/// The reference it gives says what it answered, so that a restart forgets no unknown outcome. What has been taken
/// or given back since is forgotten, and told to it again if need be.
public final class DemoPayments implements PaymentProvider {

    private static final String DECLINED = "demo-declined-";

    private final Map<String, Standing> moved = new ConcurrentHashMap<>();

    @Override
    public Optional<String> referenceOf(String key, PaymentToken token) {
        String name = key.substring(0, 8);
        return Optional.of(
                switch (token.text()) {
                    case "tok_authorised", "tok_timeout" -> "demo-" + name;
                    default -> DECLINED + name;
                });
    }

    @Override
    public boolean tokensPayOnce() {
        return false;
    }

    @Override
    public Authorisation authorise(PaymentAtProvider payment, PaymentToken token) {
        return switch (token.text()) {
            case "tok_authorised" ->
                new Authorisation.Authorised(referenceOf(payment.key(), token).orElseThrow());
            case "tok_timeout" -> new Authorisation.Unknown();
            default -> new Authorisation.Declined();
        };
    }

    @Override
    public Standing find(PaymentAtProvider payment) {
        return moved.getOrDefault(payment.key(), atFirst(payment.reference()));
    }

    @Override
    public Standing settle(PaymentAtProvider payment) {
        return move(payment, Standing.SETTLED);
    }

    @Override
    public Standing cancel(PaymentAtProvider payment) {
        return move(payment, Standing.CANCELLED);
    }

    @Override
    public Refund refund(PaymentAtProvider payment, int pence, int before) {
        return Refund.GIVEN;
    }

    /// Only a fee that is held can be taken or given back.
    private Standing move(PaymentAtProvider payment, Standing to) {
        Standing now = find(payment);
        if (now != Standing.AUTHORISED) return now;
        moved.put(payment.key(), to);
        return to;
    }

    private static Standing atFirst(@Nullable String reference) {
        if (reference == null) return Standing.NEVER_HEARD_OF;
        return reference.startsWith(DECLINED) ? Standing.DECLINED : Standing.AUTHORISED;
    }
}
