package uk.vehicleregister.command.erasure.erase;

import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Journal;

@Component
final class ErasePersonsHandler {

    private final PeopleOnRecord people;
    private final BusinessCalendar calendar;

    ErasePersonsHandler(PeopleOnRecord people, BusinessCalendar calendar) {
        this.people = people;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(ErasePersons command, Journal journal) {
        UUID erasureId = UUID.randomUUID();
        journal.newErasure(erasureId);
        return ErasePersonsDecider.decide(command, people.of(command, journal), erasureId, calendar.today());
    }

    /// What would be decided now; nothing is recorded.
    Decision look(ErasePersons command) {
        return ErasePersonsDecider.decide(command, people.of(command), new UUID(0, 0), calendar.today());
    }
}
