package uk.vehicleregister.command.marker.set;

import java.util.Objects;
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
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.sealing.SealedKeeper;

@Component
final class SetMarkerHandler {

    private final LookUpGate gate;
    private final SealedPersons persons;
    private final Papers papers;
    private final BusinessCalendar calendar;

    SetMarkerHandler(LookUpGate gate, SealedPersons persons, Papers papers, BusinessCalendar calendar) {
        this.gate = gate;
        this.persons = persons;
        this.papers = papers;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(SetMarker command, Journal journal) {
        Optional<VehicleOnRecord> found = gate.carrying(journal, command.mark());
        if (found.isEmpty()) {
            return Decision.refused(RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
        }
        VehicleOnRecord vehicle = found.get();
        SealedKeeper keeper = vehicle.keeper();
        return SetMarkerDecider.decide(
                command,
                vehicle.id(),
                Fold.of(vehicle.facts(), SetMarkerDecider.Vehicle.NEW, SetMarkerDecider::evolve),
                keeper != null && !persons.isErased(keeper),
                () -> print(vehicle, Objects.requireNonNull(keeper)),
                calendar.today());
    }

    private Credential print(VehicleOnRecord vehicle, SealedKeeper keeper) {
        return papers.newV5C(vehicle.id(), vehicle.usedReferences(), persons.keyOf(keeper));
    }
}
