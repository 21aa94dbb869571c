package uk.vehicleregister.command.keeper.change;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.lookup.LookUp;
import uk.vehicleregister.command.lookup.LookUpGate;
import uk.vehicleregister.command.lookup.VehicleOnRecord;
import uk.vehicleregister.command.paper.Papers;
import uk.vehicleregister.command.person.SealedPersons;
import uk.vehicleregister.eventstore.vault.DataKey;

@Component
final class ChangeKeeperHandler {

    private final LookUpGate gate;
    private final SealedPersons persons;
    private final Papers papers;
    private final BusinessCalendar calendar;

    ChangeKeeperHandler(LookUpGate gate, SealedPersons persons, Papers papers, BusinessCalendar calendar) {
        this.gate = gate;
        this.persons = persons;
        this.papers = papers;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(ChangeKeeper command, Journal journal) {
        LookUp found = gate.find(journal, command.mark(), command.proof());
        if (found.isEmpty()) {
            return found.refused();
        }
        VehicleOnRecord vehicle = found.get();
        DataKey newKeeper = journal.newDataKey();
        return ChangeKeeperDecider.decide(
                command,
                Fold.of(vehicle.facts(), ChangeKeeperDecider.Vehicle.NEW, ChangeKeeperDecider::evolve),
                new ChangeKeeperDecider.Papers(
                        vehicle.id(),
                        persons.keeper(command.newKeeper(), newKeeper),
                        persons.email(command.sellerEmail(), journal::newDataKey),
                        papers.newV5C(vehicle.id(), vehicle.usedReferences(), newKeeper)),
                calendar.today());
    }
}
