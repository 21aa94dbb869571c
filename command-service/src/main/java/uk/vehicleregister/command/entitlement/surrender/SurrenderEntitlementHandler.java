package uk.vehicleregister.command.entitlement.surrender;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.entitlement.CertificateGate;

@Component
final class SurrenderEntitlementHandler {

    private final CertificateGate gate;
    private final BusinessCalendar calendar;

    SurrenderEntitlementHandler(CertificateGate gate, BusinessCalendar calendar) {
        this.gate = gate;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(SurrenderEntitlement command, Journal journal) {
        return SurrenderEntitlementDecider.decide(
                command, gate.find(journal, command.mark(), command.certificateNumber()), calendar.today());
    }
}
