package uk.vehicleregister.command.entitlement.surrender;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.desk.PaymentLog;
import uk.vehicleregister.command.desk.RefundRule;
import uk.vehicleregister.command.entitlement.CertificateGate;
import uk.vehicleregister.kernel.event.EntitlementBought;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.MarkFact;

@Component
final class SurrenderEntitlementHandler {

    private static final String REASON = "SURRENDERED";

    private final CertificateGate gate;
    private final PaymentLog payments;
    private final BusinessCalendar calendar;

    SurrenderEntitlementHandler(CertificateGate gate, PaymentLog payments, BusinessCalendar calendar) {
        this.gate = gate;
        this.payments = payments;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(SurrenderEntitlement command, Journal journal) {
        Decision decision = SurrenderEntitlementDecider.decide(
                command, gate.find(journal, command.mark(), command.certificateNumber()), calendar.today());
        return decision instanceof Decision.Accepted accepted ? withRefund(accepted, command, journal) : decision;
    }

    /// The money goes back to the payment that the right was granted for; due in the same append, given by the process.
    private Decision withRefund(Decision.Accepted accepted, SurrenderEntitlement command, Journal journal) {
        List<MarkFact> facts = journal.mark(command.mark());
        int granted = facts.size() - 1;
        while (!(facts.get(granted) instanceof EntitlementGranted || facts.get(granted) instanceof EntitlementBought)) {
            granted--;
        }
        List<Fact> all = new ArrayList<>(accepted.facts());
        payments.thatPaidFor(MarkFact.streamOf(command.mark()), granted)
                .flatMap(payment -> RefundRule.due(
                        journal.payment(payment),
                        REASON,
                        SurrenderEntitlementDecider.REFUND_PENCE,
                        REASON,
                        calendar.today()))
                .ifPresent(all::add);
        return new Decision.Accepted(all);
    }
}
