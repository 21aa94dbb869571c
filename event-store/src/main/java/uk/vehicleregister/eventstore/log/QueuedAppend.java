package uk.vehicleregister.eventstore.log;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// An append in the queue, and its caller waiting for the answer.
final class QueuedAppend {

    private final Append append;
    private final CompletableFuture<AppendOutcome> answer = new CompletableFuture<>();

    /// Whoever sets it decides: the writer takes the append to the database, or the caller takes it back.
    private final AtomicBoolean taken = new AtomicBoolean();

    private final long offeredAt = System.nanoTime();
    private boolean returned;

    QueuedAppend(Append append) {
        this.append = append;
    }

    Append append() {
        return append;
    }

    boolean take() {
        return taken.compareAndSet(false, true);
    }

    /// Puts it back after it was proven that nothing was recorded; false when that happened before.
    boolean giveBack() {
        if (returned) return false;
        returned = true;
        taken.set(false);
        return true;
    }

    void answer(AppendOutcome outcome) {
        answer.complete(outcome);
    }

    void fail(RuntimeException fault) {
        answer.completeExceptionally(fault);
    }

    /// Takes it back when nobody has taken it for `patience`: then nothing of it is ever written.
    void giveUpAfter(Duration patience) {
        if (System.nanoTime() - offeredAt >= patience.toNanos() && take())
            fail(new LogUnavailableException("The log did not take the append in " + patience, null));
    }

    /// Waits for the answer, through interrupts: only the answer tells what was recorded. No time limit of its own: a
    /// timer for each of thousands a second costs more than the look of one thread at all that wait.
    AppendOutcome await() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw inCallersThread(e.getCause());
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    /// The fault was made in the writer's thread, often for many callers at once; each gets its own with its own trace.
    private static RuntimeException inCallersThread(@Nullable Throwable fault) {
        return switch (fault) {
            case LogBusyException busy -> new LogBusyException(busy.getMessage(), busy);
            case LogUnavailableException away -> new LogUnavailableException(away.getMessage(), away);
            case OutcomeUnknownException unknown -> new OutcomeUnknownException(unknown.getMessage(), unknown);
            case AppendRejectedException rejected -> new AppendRejectedException(rejected.getMessage(), rejected);
            case null, default -> new IllegalStateException("The log's writer failed", fault);
        };
    }
}
