package uk.vehicleregister.command.batch.work;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.batch.work.RecordRowsDecider.Batch;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Journal;

@Component
final class RecordRowsHandler {

    private final BusinessCalendar calendar;

    RecordRowsHandler(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(RecordRows command, Journal journal) {
        return RecordRowsDecider.decide(
                command,
                Fold.of(journal.batch(command.batchId()), Batch.NEW, RecordRowsDecider::evolve),
                calendar.today());
    }
}
