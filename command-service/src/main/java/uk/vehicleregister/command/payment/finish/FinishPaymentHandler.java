package uk.vehicleregister.command.payment.finish;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.desk.PaymentLog;

@Component
final class FinishPaymentHandler {

    private final PaymentLog log;
    private final BusinessCalendar calendar;

    FinishPaymentHandler(PaymentLog log, BusinessCalendar calendar) {
        this.log = log;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(FinishPayment command, Journal journal) {
        // Whoever left it lying is found by what they left.
        if (command.step() instanceof FinishPayment.Step.Abandoned) {
            log.applicantOf(command.paymentId()).ifPresent(journal::appliedBy);
        }
        return PaymentDecider.decide(command, journal.payment(command.paymentId()), calendar.today());
    }
}
