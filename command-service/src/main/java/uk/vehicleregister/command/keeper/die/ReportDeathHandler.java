package uk.vehicleregister.command.keeper.die;

import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.lookup.LookUpGate;
import uk.vehicleregister.command.lookup.VehicleOnRecord;
import uk.vehicleregister.command.paper.Papers;
import uk.vehicleregister.command.person.SealedPersons;
import uk.vehicleregister.eventstore.vault.DataKey;
import uk.vehicleregister.kernel.refusal.RefusalCode;

@Component
final class ReportDeathHandler {

    private final LookUpGate gate;
    private final SealedPersons persons;
    private final Papers papers;
    private final BusinessCalendar calendar;

    ReportDeathHandler(LookUpGate gate, SealedPersons persons, Papers papers, BusinessCalendar calendar) {
        this.gate = gate;
        this.persons = persons;
        this.papers = papers;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(ReportDeath command, Journal journal) {
        Optional<VehicleOnRecord> found = gate.find(journal, command.mark(), command.proof());
        if (found.isEmpty()) {
            return Decision.refused(RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
        }
        VehicleOnRecord vehicle = found.get();
        return ReportDeathDecider.decide(
                command,
                Fold.of(vehicle.facts(), ReportDeathDecider.Vehicle.NEW, ReportDeathDecider::evolve),
                () -> print(command, journal, vehicle),
                calendar.today());
    }

    /// Under a key of the executor's own: the dead and the executor are forgotten apart.
    private ReportDeathDecider.Papers print(ReportDeath command, Journal journal, VehicleOnRecord vehicle) {
        DataKey executor = journal.newDataKey();
        return new ReportDeathDecider.Papers(
                vehicle.id(),
                persons.keeper(command.estate(), executor),
                papers.newV5C(vehicle.id(), vehicle.usedReferences(), executor));
    }
}
