package uk.vehicleregister.command.payment;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The demo's provider: it knows three tokens (contract.md). `tok_timeout` authorises and loses its answer, so that the
/// first call is unknown and a later question under the same key finds the fee authorised.
public final class DemoPayments implements PaymentProvider {

    private final Map<String, Authorisation> ledger = new ConcurrentHashMap<>();

    @Override
    public Authorisation authorise(String key, PaymentToken token, int pence) {
        return switch (token.text()) {
            case "tok_authorised" -> enter(key);
            case "tok_timeout" -> {
                enter(key);
                yield new Authorisation.Unknown();
            }
            default -> ledger.computeIfAbsent(key, _ -> new Authorisation.Declined());
        };
    }

    @Override
    public Optional<Authorisation> find(String key) {
        return Optional.ofNullable(ledger.get(key));
    }

    @Override
    public void cancel(String key) {
        ledger.remove(key);
    }

    private Authorisation enter(String key) {
        return ledger.computeIfAbsent(key, _ -> new Authorisation.Authorised("demo-" + key.substring(0, 8)));
    }
}
