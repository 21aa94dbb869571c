package uk.vehicleregister.command.mot.record;

import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.lookup.LookUpGate;
import uk.vehicleregister.command.lookup.VehicleOnRecord;
import uk.vehicleregister.kernel.refusal.RefusalCode;

@Component
final class RecordMotResultHandler {

    private final LookUpGate gate;
    private final BusinessCalendar calendar;

    RecordMotResultHandler(LookUpGate gate, BusinessCalendar calendar) {
        this.gate = gate;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(RecordMotResult command, Journal journal) {
        Optional<VehicleOnRecord> found = gate.carrying(journal, command.mark());
        if (found.isEmpty()) {
            return Decision.refused(RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
        }
        return RecordMotResultDecider.decide(command, found.get().id(), calendar.today());
    }
}
