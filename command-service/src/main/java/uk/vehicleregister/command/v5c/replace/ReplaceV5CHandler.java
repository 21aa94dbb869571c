package uk.vehicleregister.command.v5c.replace;

import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.lookup.LookUpGate;
import uk.vehicleregister.command.lookup.Markers;
import uk.vehicleregister.command.lookup.VehicleOnRecord;
import uk.vehicleregister.command.paper.Papers;
import uk.vehicleregister.command.person.SealedPersons;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.sealing.SealedKeeper;

@Component
final class ReplaceV5CHandler {

    private final LookUpGate gate;
    private final SealedPersons persons;
    private final Papers papers;
    private final BusinessCalendar calendar;

    ReplaceV5CHandler(LookUpGate gate, SealedPersons persons, Papers papers, BusinessCalendar calendar) {
        this.gate = gate;
        this.persons = persons;
        this.papers = papers;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(ReplaceV5C command, Journal journal) {
        Optional<VehicleOnRecord> found = gate.find(journal, command.mark(), command.proof());
        if (found.isEmpty()) {
            return Decision.refused(RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
        }
        VehicleOnRecord vehicle = found.get();
        return ReplaceV5CDecider.decide(
                command,
                vehicle.id(),
                Fold.of(vehicle.facts(), Markers.NONE, ReplaceV5CDecider::evolve),
                () -> print(vehicle),
                calendar.today());
    }

    /// The gate found the keeper by their postcode, so there is one.
    private Credential print(VehicleOnRecord vehicle) {
        SealedKeeper keeper = Objects.requireNonNull(vehicle.keeper());
        return papers.newV5C(vehicle.id(), vehicle.usedReferences(), persons.keyOf(keeper));
    }
}
