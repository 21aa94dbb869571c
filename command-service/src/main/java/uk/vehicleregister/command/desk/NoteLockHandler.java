package uk.vehicleregister.command.desk;

import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.event.AttemptLocked;
import uk.vehicleregister.kernel.refusal.RefusalCode;

@Component
final class NoteLockHandler {

    private final BusinessCalendar calendar;

    NoteLockHandler(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(NoteLock command, Journal journal) {
        journal.attempt(AttemptLimits.notedLocks(journal.client()));
        return Decision.accepted(new AttemptLocked(
                UUID.randomUUID(),
                journal.command(),
                AttemptLimits.markOf(command.counter()).orElse(null),
                RefusalCode.MARK_LOCKED,
                calendar.today()));
    }
}
