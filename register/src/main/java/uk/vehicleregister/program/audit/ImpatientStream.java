package uk.vehicleregister.program.audit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// The body of an answer, whose every read must bring something within some time: the client's own bound is over once
/// the head of the answer is there. What stalls is closed, and its reader gets SocketTimeoutException.
final class ImpatientStream extends FilterInputStream {

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("impatience").factory());

    private final Duration patience;
    private final ScheduledFuture<?> looks;
    private volatile long readingSince;
    private volatile boolean reading;
    private volatile boolean stalled;

    ImpatientStream(InputStream in, Duration patience) {
        super(in);
        this.patience = patience;
        long pause = Math.max(1, patience.toMillis() / 4);
        looks = CLOCK.scheduleAtFixedRate(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        readingSince = System.nanoTime();
        reading = true;
        int read;
        try {
            read = in.read(bytes, from, length);
        } catch (IOException e) {
            throw stalled ? stalled() : e;
        } finally {
            reading = false;
        }
        if (stalled) throw stalled();
        return read;
    }

    private void look() {
        if (!reading || System.nanoTime() - readingSince < patience.toNanos()) return;
        stalled = true;
        try {
            close();
        } catch (IOException e) {
            // it is closed, one way or another
        }
    }

    @Override
    public void close() throws IOException {
        looks.cancel(false);
        in.close();
    }

    private SocketTimeoutException stalled() {
        return new SocketTimeoutException("nothing more came for " + patience.toMillis() + " ms");
    }
}
