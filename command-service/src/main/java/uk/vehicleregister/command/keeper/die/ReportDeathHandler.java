package uk.vehicleregister.command.keeper.die;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.keeper.die.ReportDeathDecider.Vehicle;
import uk.vehicleregister.command.lookup.LookUp;
import uk.vehicleregister.command.lookup.LookUpGate;
import uk.vehicleregister.command.lookup.VehicleOnRecord;
import uk.vehicleregister.command.paper.Papers;
import uk.vehicleregister.command.person.SealedPersons;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.vault.DataKey;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.vehicle.VehicleId;

@Component
final class ReportDeathHandler {

    private final LookUpGate gate;
    private final EventLogReader log;
    private final SealedPersons persons;
    private final Papers papers;
    private final BusinessCalendar calendar;

    ReportDeathHandler(
            LookUpGate gate, EventLogReader log, SealedPersons persons, Papers papers, BusinessCalendar calendar) {
        this.gate = gate;
        this.log = log;
        this.persons = persons;
        this.papers = papers;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(ReportDeath command, Journal journal) {
        LookUp found = gate.find(journal, command.mark(), command.proof());
        if (found.isEmpty()) {
            return found.refused();
        }
        VehicleOnRecord vehicle = found.get();
        return ReportDeathDecider.decide(
                command,
                Fold.of(vehicle.facts(), Vehicle.registeredAt(registeredAt(vehicle.id())), ReportDeathDecider::evolve),
                () -> print(command, journal, vehicle),
                calendar.today());
    }

    /// The first event of the stream, which never changes: a correction names it by its position, and the facts of the
    /// journal have none.
    private long registeredAt(VehicleId vehicle) {
        return log.stream(VehicleFact.streamOf(vehicle), 0).getFirst().position();
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
