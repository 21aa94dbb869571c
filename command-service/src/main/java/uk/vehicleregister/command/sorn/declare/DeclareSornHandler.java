package uk.vehicleregister.command.sorn.declare;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.lookup.LookUp;
import uk.vehicleregister.command.lookup.LookUpGate;

@Component
final class DeclareSornHandler {

    private final LookUpGate gate;
    private final BusinessCalendar calendar;

    DeclareSornHandler(LookUpGate gate, BusinessCalendar calendar) {
        this.gate = gate;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(DeclareSorn command, Journal journal) {
        LookUp found = gate.find(journal, command.mark(), command.proof());
        if (found.isEmpty()) {
            return found.refused();
        }
        return DeclareSornDecider.decide(
                command,
                found.get().id(),
                Fold.of(found.get().facts(), DeclareSornDecider.Vehicle.NEW, DeclareSornDecider::evolve),
                calendar.today());
    }
}
