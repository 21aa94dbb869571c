package uk.vehicleregister.command.vehicle.scrap;

import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.lookup.LookUpGate;
import uk.vehicleregister.command.lookup.VehicleOnRecord;
import uk.vehicleregister.command.vehicle.scrap.ScrapVehicle.ToldBy.TreatmentFacility;
import uk.vehicleregister.command.vehicle.scrap.ScrapVehicle.ToldBy.V5CHolder;
import uk.vehicleregister.kernel.refusal.RefusalCode;

@Component
final class ScrapVehicleHandler {

    private final LookUpGate gate;
    private final BusinessCalendar calendar;

    ScrapVehicleHandler(LookUpGate gate, BusinessCalendar calendar) {
        this.gate = gate;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(ScrapVehicle command, Journal journal) {
        Optional<VehicleOnRecord> found = switch (command.toldBy()) {
            case TreatmentFacility _ -> gate.carrying(journal, command.mark());
            case V5CHolder holder -> gate.find(journal, command.mark(), holder.proof());
        };
        if (found.isEmpty()) {
            return Decision.refused(RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
        }
        VehicleOnRecord vehicle = found.get();
        return ScrapVehicleDecider.decide(
                command,
                vehicle.id(),
                Fold.of(vehicle.facts(), ScrapVehicleDecider.Vehicle.NEW, ScrapVehicleDecider::evolve),
                calendar.today());
    }
}
