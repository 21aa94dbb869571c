package uk.vehicleregister.query.projection;

import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import uk.vehicleregister.eventstore.axon.EventNames;
import uk.vehicleregister.eventstore.axon.NamedEventSerializer;
import uk.vehicleregister.eventstore.axon.PostgresEventSource;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.LogTail;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.kernel.event.EventCatalogue;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.Fact;

/// Wires the log, the vault and Axon by hand: Axon's auto-configuration brings a server connector, buses and an
/// event store of its own, none of which a reader needs.
@Configuration(proxyBeanMethods = false)
class ProjectionMachinery {

    /// The command service destroys the keys of the erased again when it starts, perhaps at this moment.
    private static final Duration ERASED_AGAIN_WITHIN = Duration.ofSeconds(60);

    /// After a kill, a processor's work lies still for so long; a living one renews its claim every half second.
    private static final Duration CLAIM_LASTS = Duration.ofSeconds(5);

    @Bean
    EventLogReader eventLogReader(DataSource dataSource) {
        return new EventLogReader(dataSource);
    }

    @Bean(destroyMethod = "close")
    LogTail logTail(EventLogReader reader) {
        return new LogTail(reader);
    }

    @Bean
    PostgresEventSource log(EventLogReader reader, LogTail tail) {
        return new PostgresEventSource(reader, tail, new NamedEventSerializer(EventJson.mapper(), names()));
    }

    @Bean
    LocalKeys localKeys(
            @Value("${register.keys.directory}") Path directory,
            @Value("${register.keys.create:false}") boolean create) {
        return LocalKeys.open(directory, create);
    }

    /// Nobody is answered while a restored backup still holds somebody who was erased.
    @Bean
    Vault vault(DataSource dataSource, LocalKeys keys) {
        new NobodyCameBack(dataSource, keys.erasures()).await(ERASED_AGAIN_WITHIN);
        return new Vault(dataSource, keys.keyService());
    }

    @Bean
    TransactionManager axonTransactions(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    Tenures tenures(DataSource dataSource) {
        return new Tenures(JdbcClient.create(dataSource));
    }

    @Bean
    TokenStore tokens(DataSource dataSource, Tenures tenures) {
        JdbcTokenStore.Builder store = JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .serializer(Jackson3Serializer.builder().build())
                .contentType(String.class)
                .claimTimeout(CLAIM_LASTS)
                .schema(TokenSchema.builder()
                        .setTokenTable("projection_token")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build());
        return new TenuredTokens(store, tenures);
    }

    @Bean
    Positions positionsOfProjections(JdbcClient database) {
        return new Positions(database);
    }

    @Bean
    RowSessions rowSessions(EntityManagerFactory entityManagers, DataSource dataSource) {
        return new RowSessions(entityManagers, dataSource);
    }

    @Bean
    Replay replay(RowSessions sessions) {
        return new Replay(sessions);
    }

    @Bean
    Projections runningProjections(
            List<Projection> projections,
            PostgresEventSource log,
            TokenStore tokens,
            TransactionManager transactions,
            RowSessions sessions,
            Positions positions) {
        return new Projections(projections, log, tokens, transactions, sessions, positions);
    }

    private static EventNames names() {
        return new EventNames() {
            @Override
            public String nameOf(Class<?> type) {
                return EventCatalogue.nameOf(type);
            }

            @Override
            public String revisionOf(Class<?> type) {
                return EventCatalogue.revisionOf(type);
            }

            @Override
            public Class<? extends Fact> classOf(String name) {
                return EventCatalogue.classOf(name);
            }

            @Override
            public Fact read(String name, String revision, String text) {
                return EventJson.readFact(name, revision, text);
            }
        };
    }
}
