package uk.vehicleregister.command.keeper.update;

import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.keeper.update.ChangeKeeperDetailsDecider.Vehicle;
import uk.vehicleregister.command.lookup.LookUpGate;
import uk.vehicleregister.command.lookup.VehicleOnRecord;
import uk.vehicleregister.command.paper.Papers;
import uk.vehicleregister.command.person.SealedPersons;
import uk.vehicleregister.eventstore.vault.DataKey;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.sealing.SealedKeeper;

@Component
final class ChangeKeeperDetailsHandler {

    private final LookUpGate gate;
    private final SealedPersons persons;
    private final Papers papers;
    private final BusinessCalendar calendar;

    ChangeKeeperDetailsHandler(LookUpGate gate, SealedPersons persons, Papers papers, BusinessCalendar calendar) {
        this.gate = gate;
        this.persons = persons;
        this.papers = papers;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(ChangeKeeperDetails command, Journal journal) {
        Optional<VehicleOnRecord> found = gate.find(journal, command.mark(), command.proof());
        if (found.isEmpty()) {
            return Decision.refused(RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
        }
        Vehicle vehicle = Fold.of(found.get().facts(), Vehicle.NEW, ChangeKeeperDetailsDecider::evolve);
        SealedKeeper keeper = vehicle.keeper();
        return ChangeKeeperDetailsDecider.decide(
                command,
                vehicle,
                keeper != null && persons.isErased(keeper),
                () -> print(command, found.get(), Objects.requireNonNull(keeper)),
                calendar.today());
    }

    /// Under the keeper's own key: the same person is forgotten once, under every name they had.
    private ChangeKeeperDetailsDecider.Papers print(
            ChangeKeeperDetails command, VehicleOnRecord vehicle, SealedKeeper keeper) {
        DataKey key = persons.keyOf(keeper);
        return new ChangeKeeperDetailsDecider.Papers(
                vehicle.id(),
                persons.keeper(command.keeper(), key),
                papers.newV5C(vehicle.id(), vehicle.usedReferences(), key));
    }
}
