package uk.vehicleregister.command.desk;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
final class RefuseForFeeHandler {

    @CommandHandler
    Decision handle(RefuseForFee command, Journal journal) {
        return Decision.refused(command.code());
    }
}
