package uk.vehicleregister.command.marker.set;

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
import uk.vehicleregister.kernel.refusal.RefusalCode;

@Component
final class SetMarkerHandler {

    private final LookUpGate gate;
    private final BusinessCalendar calendar;

    SetMarkerHandler(LookUpGate gate, BusinessCalendar calendar) {
        this.gate = gate;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(SetMarker command, Journal journal) {
        Optional<VehicleOnRecord> found = gate.carrying(journal, command.mark());
        if (found.isEmpty()) {
            return Decision.refused(RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
        }
        return SetMarkerDecider.decide(
                command,
                found.get().id(),
                Fold.of(found.get().facts(), Markers.NONE, SetMarkerDecider::evolve),
                calendar.today());
    }
}
