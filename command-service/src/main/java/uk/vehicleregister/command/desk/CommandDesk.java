package uk.vehicleregister.command.desk;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.MetaData;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// Takes a command in and sees it through: one at a time for an idempotency key, decided again when what it
/// leaned on has moved, and answered with what the log says.
public final class CommandDesk {

    /// With jitter this rides out bursts on one vehicle; after it the sender is told, and may send again.
    private static final int TRIES = 8;

    private final CommandBus commands;
    private final LogAccess log;
    private final Set<ByteBuffer> inProgress = ConcurrentHashMap.newKeySet();
    private final Turns turns = new Turns();

    CommandDesk(CommandBus commands, LogAccess log) {
        this.commands = commands;
        this.log = log;
    }

    /// Decides and records; blocks until the outcome is durable.
    public Outcome submit(Object command, Submission submission) {
        return alone(submission, () -> decide(command, submission, new Payment.None()));
    }

    /// Two requests with one key never run side by side in this process; across processes the receipt's key decides.
    Outcome alone(Submission submission, Supplier<Outcome> work) {
        Submission.RequestKey request = submission.receipt();
        if (request == null) {
            return work.get();
        }
        ByteBuffer key = ByteBuffer.wrap(request.key());
        if (!inProgress.add(key)) {
            return Outcome.refused(RefusalCode.IDEMPOTENCY_KEY_IN_USE);
        }
        try {
            return work.get();
        } finally {
            inProgress.remove(key);
        }
    }

    /// The first try is made at once. Who was overtaken takes turns with the others in this process that were, as long
    /// as the log would be waited for, and gives way at random to those of other processes.
    Outcome decide(Object command, Submission submission, Payment payment) {
        Turns.Turn turn = Turns.NONE;
        try {
            for (int tried = 1; tried <= TRIES; tried++) {
                Outcome outcome = decideOnce(command, submission, payment);
                if (outcome instanceof Outcome.LockedOut locked && locked.code() == RefusalCode.MARK_LOCKED) {
                    decideOnce(new NoteLock(locked.counter()), submission.aside(), new Payment.None());
                }
                if (!(outcome instanceof Outcome.Stale(Set<String> streams))) {
                    return outcome;
                }
                log.cache().markBehind(streams);
                if (turn == Turns.NONE) {
                    turn = turns.await(streams);
                } else {
                    LockSupport.parkNanos(
                            ThreadLocalRandom.current().nextLong(TimeUnit.MILLISECONDS.toNanos(1L << tried)));
                }
            }
            return Outcome.refused(RefusalCode.CONFLICT);
        } finally {
            turn.close();
        }
    }

    private Outcome decideOnce(Object command, Submission submission, Payment payment) {
        Journal journal = new Journal(submission, payment, log);
        FutureCallback<Object, Object> callback = new FutureCallback<>();
        commands.dispatch(
                new GenericCommandMessage<>(command, MetaData.with(JournalRecording.JOURNAL, journal)), callback);
        CommandResultMessage<?> result = callback.getResult();
        if (result.isExceptional() && !journal.hasOutcome()) {
            throw faultOf(result.exceptionResult());
        }
        return journal.outcome();
    }

    private static RuntimeException faultOf(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        return fault instanceof RuntimeException known ? known : new IllegalStateException(fault);
    }
}
