package uk.vehicleregister.command.vehicle.export;

import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.lookup.LookUpGate;
import uk.vehicleregister.command.lookup.VehicleOnRecord;
import uk.vehicleregister.kernel.refusal.RefusalCode;

@Component
final class ExportVehicleHandler {

    private final LookUpGate gate;
    private final BusinessCalendar calendar;

    ExportVehicleHandler(LookUpGate gate, BusinessCalendar calendar) {
        this.gate = gate;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(ExportVehicle command, Journal journal) {
        Optional<VehicleOnRecord> found = gate.find(journal, command.mark(), command.proof());
        if (found.isEmpty()) {
            return Decision.refused(RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
        }
        VehicleOnRecord vehicle = found.get();
        return ExportVehicleDecider.decide(
                command,
                vehicle.id(),
                Fold.of(vehicle.facts(), ExportVehicleDecider.Vehicle.NEW, ExportVehicleDecider::evolve),
                calendar.today());
    }
}
