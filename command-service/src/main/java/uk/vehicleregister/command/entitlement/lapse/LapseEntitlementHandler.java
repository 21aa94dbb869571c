package uk.vehicleregister.command.entitlement.lapse;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.entitlement.Entitlement;

@Component
final class LapseEntitlementHandler {

    private final BusinessCalendar calendar;

    LapseEntitlementHandler(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(LapseEntitlement command, Journal journal) {
        return LapseEntitlementDecider.decide(
                command,
                Fold.of(journal.mark(command.mark()), new Entitlement.None(), Entitlement::evolve),
                calendar.today());
    }
}
