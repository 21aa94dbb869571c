package uk.vehicleregister.program.audit;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// Reads a feed in a thread of its own while what it gave before is being worked on; a few chunks wait at most. What
/// the feed throws is thrown to who takes.
final class Pipe implements Feed, AutoCloseable {

    private static final int WAITING = 6;

    private record Handed(@Nullable Chunk chunk, @Nullable Exception failure) {}

    private final BlockingQueue<Handed> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Thread reader;
    private boolean ended;

    Pipe(Feed feed) {
        reader = Thread.ofPlatform().daemon().name("reader").start(() -> read(feed));
    }

    private void read(Feed feed) {
        try {
            Handed handed;
            do {
                handed = handed(feed);
                waiting.put(handed);
            } while (handed.chunk() != null);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static Handed handed(Feed feed) {
        try {
            return new Handed(feed.next(), null);
        } catch (IOException | RuntimeException e) {
            return new Handed(null, e);
        }
    }

    @Override
    public @Nullable Chunk next() throws IOException {
        if (ended) return null;
        try {
            Handed handed = waiting.take();
            ended = handed.chunk() == null;
            if (handed.failure() instanceof IOException e) throw e;
            if (handed.failure() instanceof RuntimeException e) throw e;
            return handed.chunk();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
