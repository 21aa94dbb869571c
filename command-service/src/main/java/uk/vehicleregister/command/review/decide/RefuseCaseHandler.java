package uk.vehicleregister.command.review.decide;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Journal;

@Component
final class RefuseCaseHandler {

    private final BusinessCalendar calendar;

    RefuseCaseHandler(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(RefuseCase command, Journal journal) {
        return RefuseCaseDecider.decide(command, journal.caseOf(command.caseId()), calendar.today());
    }
}
