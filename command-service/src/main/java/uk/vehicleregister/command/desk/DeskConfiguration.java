package uk.vehicleregister.command.desk;

import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.vehicleregister.command.payment.PaymentProvider;
import uk.vehicleregister.eventstore.axon.PostgresEventStorageEngine;
import uk.vehicleregister.eventstore.axon.StreamCache;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.EventLogWriter;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.eventstore.vault.Vault;

@Configuration
class DeskConfiguration {

    @Bean
    LogAccess logAccess(
            StreamCache cache,
            EventStore eventStore,
            EventLogWriter writer,
            EventLogReader reader,
            Vault vault,
            BusinessCalendar calendar) {
        return new LogAccess(cache, new WayToLog.EachAlone(eventStore, writer), new Receipts(reader), vault, calendar);
    }

    @Bean
    BulkDesk bulkDesk(LogAccess log, PostgresEventStorageEngine engine, EventLogWriter writer) {
        return new BulkDesk(log, engine, writer);
    }

    @Bean
    CommandDesk commandDesk(CommandBus commands, LogAccess log) {
        commands.registerHandlerInterceptor(new JournalRecording());
        return new CommandDesk(commands, log);
    }

    @Bean
    CaseFiles caseFiles(LogAccess log) {
        return new CaseFiles(log);
    }

    @Bean
    PaymentLog paymentLog(StreamCache cache, EventLogReader reader) {
        return new PaymentLog(cache, reader);
    }

    @Bean
    PaymentDesk paymentDesk(
            CommandDesk desk,
            LogAccess log,
            PaymentLog paymentLog,
            Payments payments,
            PaymentProvider provider,
            LocalKeys keys) {
        return new PaymentDesk(desk, log.receipts(), paymentLog, payments, provider, keys.receipts());
    }

    /// Who and in which transaction is in each event's metadata already; Axon's message ids would only add bytes.
    @Bean
    CorrelationDataProvider noMore() {
        return _ -> Map.of();
    }

    @Bean
    ParameterResolverFactory journalParameter() {
        return new JournalParameter();
    }
}
