package uk.vehicleregister.command.tax.pay;

import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.lookup.LookUpGate;
import uk.vehicleregister.command.lookup.Markers;
import uk.vehicleregister.command.lookup.VehicleOnRecord;
import uk.vehicleregister.kernel.refusal.RefusalCode;

@Component
final class PayTaxHandler {

    private final LookUpGate gate;

    PayTaxHandler(LookUpGate gate) {
        this.gate = gate;
    }

    @CommandHandler
    Decision handle(PayTax command, Journal journal) {
        Optional<VehicleOnRecord> found = gate.carrying(journal, command.mark());
        if (found.isEmpty()) {
            return Decision.refused(RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
        }
        return PayTaxDecider.decide(
                command, found.get().id(), Fold.of(found.get().facts(), Markers.NONE, PayTaxDecider::evolve));
    }
}
