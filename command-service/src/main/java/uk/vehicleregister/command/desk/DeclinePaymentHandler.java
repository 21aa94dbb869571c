package uk.vehicleregister.command.desk;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.refusal.RefusalCode;

@Component
final class DeclinePaymentHandler {

    @CommandHandler
    Decision handle(DeclinePayment command, Journal journal) {
        return Decision.refused(RefusalCode.PAYMENT_DECLINED);
    }
}
