package uk.vehicleregister.benchmarks.bench;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.apache.pekko.persistence.AbstractPersistentActor;
import org.apache.pekko.persistence.jdbc.testkit.javadsl.SchemaUtils;
import uk.vehicleregister.program.postgres.RegisterDatabase.Login;

/// A peer: Pekko Persistence on the same PostgreSQL by its JDBC plugin, as its documentation sets it up. One actor a
/// client, one event of 350 bytes a command, answered once it is stored.
final class PekkoJournal implements AutoCloseable {

    private static final String PAYLOAD = "x".repeat(290);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ActorSystem system;
    private final AtomicLong appended = new AtomicLong();
    private final AtomicLong runs = new AtomicLong();

    PekkoJournal(String url, Login login) throws Exception {
        system = ActorSystem.create("peer", settings(url, login));
        SchemaUtils.createIfNotExists(system).toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private static Config settings(String url, Login login) {
        return ConfigFactory.parseString("""
                pekko {
                  loglevel = ERROR
                  stdout-loglevel = OFF
                  jvm-exit-on-fatal-error = off
                  coordinated-shutdown.run-by-jvm-shutdown-hook = off
                  persistence.journal.plugin = "jdbc-journal"
                  persistence.snapshot-store.plugin = "jdbc-snapshot-store"
                }
                pekko-persistence-jdbc.shared-databases.slick {
                  profile = "slick.jdbc.PostgresProfile$"
                  db {
                    driver = "org.postgresql.Driver"
                    numThreads = 10
                    maxConnections = 10
                    minConnections = 1
                  }
                }
                jdbc-journal.use-shared-db = "slick"
                jdbc-snapshot-store.use-shared-db = "slick"
                """)
                .withValue("pekko-persistence-jdbc.shared-databases.slick.db.url", text(url))
                .withValue("pekko-persistence-jdbc.shared-databases.slick.db.user", text(login.user()))
                .withValue("pekko-persistence-jdbc.shared-databases.slick.db.password", text(login.password()))
                .withFallback(ConfigFactory.load());
    }

    private static com.typesafe.config.ConfigValue text(String value) {
        return com.typesafe.config.ConfigValueFactory.fromAnyRef(value);
    }

    Load.Clients appends() {
        long run = runs.incrementAndGet();
        AtomicLong turns = new AtomicLong();
        return number -> {
            ActorRef actor = system.actorOf(Props.create(Writer.class, "peer-" + run + "-" + turns.incrementAndGet()));
            return new Load.Client() {
                @Override
                public boolean once() throws Exception {
                    CompletableFuture<Object> answer =
                            Patterns.ask(actor, PAYLOAD, PATIENCE).toCompletableFuture();
                    answer.get();
                    appended.incrementAndGet();
                    return true;
                }

                @Override
                public void close() {
                    system.stop(actor);
                }
            };
        };
    }

    long appended() {
        return appended.get();
    }

    @Override
    public void close() {
        system.terminate();
        try {
            system.getWhenTerminated().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception late) {
            if (late instanceof InterruptedException) Thread.currentThread().interrupt();
        }
    }

    /// Keeps what it is told.
    static final class Writer extends AbstractPersistentActor {

        private final String id;

        Writer(String id) {
            this.id = id;
        }

        @Override
        public String persistenceId() {
            return id;
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder()
                    .match(
                            String.class,
                            event -> persist(event, stored -> getSender().tell(stored.length(), getSelf())))
                    .build();
        }

        @Override
        public Receive createReceiveRecover() {
            return receiveBuilder().matchAny(_ -> {}).build();
        }
    }
}
