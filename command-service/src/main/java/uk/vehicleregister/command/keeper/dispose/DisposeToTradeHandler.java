package uk.vehicleregister.command.keeper.dispose;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.lookup.LookUp;
import uk.vehicleregister.command.lookup.LookUpGate;
import uk.vehicleregister.command.lookup.VehicleOnRecord;
import uk.vehicleregister.command.person.SealedPersons;

@Component
final class DisposeToTradeHandler {

    private final LookUpGate gate;
    private final SealedPersons persons;
    private final BusinessCalendar calendar;

    DisposeToTradeHandler(LookUpGate gate, SealedPersons persons, BusinessCalendar calendar) {
        this.gate = gate;
        this.persons = persons;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(DisposeToTrade command, Journal journal) {
        LookUp found = gate.find(journal, command.mark(), command.proof());
        if (found.isEmpty()) {
            return found.refused();
        }
        VehicleOnRecord vehicle = found.get();
        return DisposeToTradeDecider.decide(
                command,
                Fold.of(vehicle.facts(), DisposeToTradeDecider.Vehicle.NEW, DisposeToTradeDecider::evolve),
                new DisposeToTradeDecider.Papers(
                        vehicle.id(),
                        persons.party(command.trader(), journal.newDataKey()),
                        persons.email(command.sellerEmail(), journal::newDataKey)),
                calendar.today());
    }
}
