package uk.vehicleregister.command;

import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.vehicleregister.command.erasure.Erasures;
import uk.vehicleregister.command.erasure.KeyUpkeep;
import uk.vehicleregister.eventstore.axon.EventNames;
import uk.vehicleregister.eventstore.axon.NamedEventSerializer;
import uk.vehicleregister.eventstore.axon.PostgresEventStorageEngine;
import uk.vehicleregister.eventstore.axon.StreamCache;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.EventLogWriter;
import uk.vehicleregister.eventstore.log.OthersAppends;
import uk.vehicleregister.eventstore.vault.ErasureList;
import uk.vehicleregister.eventstore.vault.KeyEraser;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.eventstore.vault.Rewrapping;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.kernel.event.EventCatalogue;
import uk.vehicleregister.kernel.event.EventJson;

/// The event log as this service uses it. There is no transaction manager: the log's writer alone commits
/// (design.md 2).
@Configuration
@EnableConfigurationProperties(RegisterProperties.class)
class LogConfiguration {

    /// A fact of a cached stream takes some 400 bytes; together they may take a quarter of the heap.
    private static final long CACHED_EVENTS = Runtime.getRuntime().maxMemory() / 4 / 400;

    @Bean
    LocalKeys localKeys(RegisterProperties properties) {
        return LocalKeys.open(
                Path.of(properties.keys().directory()), properties.keys().create());
    }

    @Bean
    LogConnections logConnections(RegisterProperties properties) {
        return LogConnections.open(properties.database());
    }

    @Bean
    Vault vault(LogConnections connections, LocalKeys keys) {
        return new Vault(connections.readers(), keys.keyService());
    }

    @Bean
    EventLogReader eventLogReader(LogConnections connections) {
        return new EventLogReader(connections.readers());
    }

    /// Made before anybody is answered, and what erasures say is made up for as it is made.
    @Bean
    Erasures erasures(LogConnections connections, LocalKeys keys, EventLogReader log) {
        DataSource eraser = connections.eraser();
        if (eraser == null) demandNobodyCameBack(connections.readers(), keys.erasures());
        Erasures erasures = new Erasures(eraser == null ? null : new KeyEraser(eraser, keys.erasures()));
        erasures.makeUp(log);
        return erasures;
    }

    private static void demandNobodyCameBack(DataSource readers, ErasureList list) {
        if (!KeyEraser.aliveThoughListed(readers, list).isEmpty())
            throw new IllegalStateException("Keys of erased people are there again, as after a restore;"
                    + " register.database.eraser-user must name a login that destroys them");
    }

    @Bean
    KeyUpkeep keyUpkeep(LogConnections connections, LocalKeys keys, RegisterProperties properties) {
        DataSource eraser = connections.eraser();
        return new KeyUpkeep(
                eraser == null ? null : new Rewrapping(eraser, keys.keyService()),
                Duration.ofDays(properties.keys().rewrapDays()),
                properties.keys().settle());
    }

    @Bean(destroyMethod = "close")
    OthersAppends othersAppends(LogConnections connections) {
        return new OthersAppends(connections.readers());
    }

    @Bean(destroyMethod = "close")
    EventLogWriter eventLogWriter(LogConnections connections, OthersAppends others) {
        return new EventLogWriter(connections.writer(), others);
    }

    @Bean
    PostgresEventStorageEngine eventStorageEngine(EventLogWriter writer, EventLogReader reader) {
        NamedEventSerializer serializer = new NamedEventSerializer(EventJson.mapper(), new CatalogueNames());
        return PostgresEventStorageEngine.builder()
                .writer(writer)
                .reader(reader)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
    }

    @Bean
    StreamCache streamCache(EventStorageEngine engine, OthersAppends others) {
        StreamCache cache = new StreamCache(engine, CACHED_EVENTS);
        others.listen(cache::markBehind);
        return cache;
    }

    private static final class CatalogueNames implements EventNames {

        @Override
        public String nameOf(Class<?> type) {
            return EventCatalogue.nameOf(type);
        }

        @Override
        public String revisionOf(Class<?> type) {
            return EventCatalogue.revisionOf(type);
        }

        @Override
        public Class<?> classOf(String name) {
            return EventCatalogue.classOf(name);
        }

        @Override
        public Object read(String name, String revision, String text) {
            return EventJson.readFact(name, revision, text);
        }
    }
}
