package uk.vehicleregister.eventstore.log;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Fetches each next one in a thread of its own while the one before is worked on; never more than one ahead. For one
/// thread. What the source throws is thrown to who takes.
public final class ReadAhead<T> implements AutoCloseable {

    private final Supplier<Optional<T>> source;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Future<Optional<T>> coming;

    /// @param source asked for one after the other, and no more once it has answered that there is none
    public ReadAhead(Supplier<Optional<T>> source) {
        this.source = source;
        coming = threads.submit(source::get);
    }

    /// Waits for the next one; empty at the end.
    public Optional<T> next() {
        try {
            Optional<T> here = coming.get();
            if (here.isPresent()) coming = threads.submit(source::get);
            return here;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the log was read", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
    }

    /// Waits until what is being fetched is there: whoever reads from a socket is not to be interrupted.
    @Override
    public void close() {
        threads.close();
    }
}
