package uk.vehicleregister.query.projection;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.jspecify.annotations.Nullable;

/// Axon's token store, which tells the [Tenures] what becomes of the claims. One taken over from a process that did not
/// give it back is used for its first change only when that process no longer trusts in it.
final class TenuredTokens extends JdbcTokenStore {

    private final Tenures tenures;
    private final Map<String, Long> takenOver = new ConcurrentHashMap<>();

    TenuredTokens(Builder builder, Tenures tenures) {
        super(builder.nodeId(tenures.self()));
        this.tenures = tenures;
    }

    /// At the end of each batch, in the transaction of its rows: it fails unless the claim holds.
    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        Long since = takenOver.get(processor);
        if (since != null) {
            Tenures.awaitEnd(since);
            takenOver.remove(processor);
        }
        seen(processor, () -> {
            super.storeToken(token, processor, segment);
            return true;
        });
    }

    /// A claim is made so, and renewed so while there is nothing to do.
    @Override
    public @Nullable TrackingToken fetchToken(String processor, int segment) {
        claim(processor);
        return seen(processor, () -> super.fetchToken(processor, segment));
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processor, Segment segment) {
        claim(processor);
        return seen(processor, () -> super.fetchToken(processor, segment));
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        tenures.of(processor).end();
        super.releaseClaim(processor, segment);
    }

    private void claim(String processor) {
        Optional<String> before = tenures.owner(processor);
        if (before.filter(tenures.self()::equals).isPresent()) return;
        tenures.of(processor).end();
        if (before.isPresent()) takenOver.put(processor, System.nanoTime());
        else takenOver.remove(processor);
    }

    private <T extends @Nullable Object> T seen(String processor, Supplier<T> claimed) {
        Tenure tenure = tenures.of(processor);
        long asked = System.nanoTime();
        try {
            T answer = claimed.get();
            tenure.holds(asked);
            return answer;
        } catch (RuntimeException e) {
            tenure.end();
            throw e;
        }
    }
}
