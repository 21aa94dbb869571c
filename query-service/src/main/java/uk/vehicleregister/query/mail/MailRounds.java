package uk.vehicleregister.query.mail;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import uk.vehicleregister.query.mail.post.Postbox;
import uk.vehicleregister.query.web.QuietTrace;

/// Makes a round each second, of at most so many mails: that is the limit of the rate as well. On a thread of its
/// own, so that a slow provider holds up nobody else.
final class MailRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailRounds.class);
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Round round;
    private final LyingLetters lying;
    private final Postbox postbox;
    private final int perSecond;
    private @Nullable Going going;

    private record Going(CountDownLatch wantedEnd, CountDownLatch ended) {}

    MailRounds(Round round, LyingLetters lying, Postbox postbox, int perSecond) {
        this.round = round;
        this.lying = lying;
        this.postbox = postbox;
        this.perSecond = perSecond;
    }

    @Override
    public synchronized void start() {
        if (!postbox.isOpen() || isRunning()) return;
        Going now = new Going(new CountDownLatch(1), new CountDownLatch(1));
        going = now;
        Thread.ofVirtual().name("mail").start(() -> go(now));
    }

    private void go(Going now) {
        boolean away = false;
        try {
            do away = !wentOut(away);
            while (!now.wantedEnd().await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            now.ended().countDown();
        }
    }

    /// An outage of the database is told of once, not every second.
    private boolean wentOut(boolean wasAway) {
        try {
            round.make(perSecond);
            lying.throwAwayThoseToTheErased();
            return true;
        } catch (RuntimeException e) {
            if (!wasAway) LOG.warn("No mail can be sent for now: {}", QuietTrace.of(e));
            return false;
        }
    }

    /// What is in hand gets a moment to end; what does not end is asked about after the next start.
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
