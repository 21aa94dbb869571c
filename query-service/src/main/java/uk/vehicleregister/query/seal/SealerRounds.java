package uk.vehicleregister.query.seal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import uk.vehicleregister.query.seal.SealerState.Standing;
import uk.vehicleregister.query.web.QuietTrace;

/// Seals once a second what is new, on a thread of its own. Once refused, it keeps the lock and signs nothing until the
/// process is started again.
final class SealerRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SealerRounds.class);
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    /// After each try what was hashed for it is hashed anew.
    private static final Duration UNSIGNED = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Sealer sealer;
    private final Supplier<SealStore> stores;
    private final Witnesses witnesses;
    private final SealerState state;
    private @Nullable Going going;
    private @Nullable SealStore store;
    private String told = "";

    private record Going(CountDownLatch wantedEnd, CountDownLatch ended) {}

    SealerRounds(Sealer sealer, Supplier<SealStore> stores, Witnesses witnesses, SealerState state) {
        this.sealer = sealer;
        this.stores = stores;
        this.witnesses = witnesses;
        this.state = state;
    }

    @Override
    public synchronized void start() {
        if (isRunning()) return;
        Going now = new Going(new CountDownLatch(1), new CountDownLatch(1));
        going = now;
        Thread.ofPlatform().name("sealer").daemon(true).start(() -> go(now));
    }

    private void go(Going now) {
        try {
            Duration rest;
            do rest = round();
            while (!now.wantedEnd().await(rest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            letGo();
            now.ended().countDown();
        }
    }

    /// When to go on.
    private Duration round() {
        if (state.standing() == Standing.REFUSED) return BETWEEN;
        try {
            SealStore open = store == null ? stores.get() : store;
            store = open;
            boolean alone = open.isAlone();
            boolean more = false;
            if (alone) more = sealer.seal(open);
            else sealer.follow(open);
            state.is(alone ? Standing.SEALING : Standing.WAITING, sealer.size(), witnesses.cosigned());
            told = "";
            return more ? Duration.ZERO : BETWEEN;
        } catch (SealRefusedException e) {
            state.refused(e.why());
            LOG.error(
                    "THE SEALER REFUSES: {}. Nothing more is signed. Appends and enquiries go on. Find out whether the"
                            + " database was put back from a backup or altered, and read docs/transparency-log.md,"
                            + " \"When the sealer refuses\", before this process is started again.",
                    e.why());
        } catch (KeyServiceException e) {
            away(String.valueOf(e.getMessage()));
            return UNSIGNED;
        } catch (RuntimeException e) {
            away(QuietTrace.of(e));
        }
        return BETWEEN;
    }

    /// Another process may seal meanwhile. Told of once, not at each try.
    private void away(String why) {
        if (!why.equals(told)) LOG.warn("Nothing can be sealed for now: {}", why);
        told = why;
        state.away();
        letGo();
    }

    private void letGo() {
        if (store != null) store.close();
        store = null;
    }

    @Override
    public synchronized void stop() {
        if (going == null) return;
        going.wantedEnd().countDown();
        try {
            going.ended().await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        going = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return going != null;
    }
}
