package uk.vehicleregister.command.payment.finish;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Journal;

@Component
final class FinishPaymentHandler {

    private final BusinessCalendar calendar;

    FinishPaymentHandler(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(FinishPayment command, Journal journal) {
        return PaymentDecider.decide(command, journal.payment(command.paymentId()), calendar.today());
    }
}
