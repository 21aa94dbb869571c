package uk.vehicleregister.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.vehicleregister.eventstore.axon.PostgresEventSource;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.PaymentClaimed;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.audit.AuditTrail;

/// What an earlier version of the program wrote is read in today's shape, by whichever way it is read.
class OldRevisionTest {

    private static final String OLD_CLAIM = """
            {"paymentId":"p-old","transactionId":"0b9f7c3e-52b7-4d0e-9b57-0b6f3f0b1c11","requestFingerprint":"f",\
            "purpose":"LATE_ASSIGNMENT","amountPence":17000,"claimedOn":"2025-05-06"}""";

    /// No read model of ours follows payments yet, so this one does.
    private static final class Claims implements Projection {

        private final List<String> commands = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return "claims";
        }

        @Override
        public List<String> tables() {
            return List.of();
        }

        @Override
        public Set<Class<? extends Fact>> families() {
            return Set.of(PaymentFact.class);
        }

        @Override
        public void project(List<Noted> events, StatelessSession rows) {
            for (Noted event : events) commands.add(((PaymentClaimed) event.fact()).command());
        }
    }

    @Test
    void a_processor_a_replay_and_the_audit_trail_read_an_old_revision() {
        try (RunningService service = RunningService.fresh()) {
            long position = service.log.appendText("payment-p-old", "PaymentClaimed", "1", OLD_CLAIM);

            assertThat(followed(service)).containsExactly("assignments");
            assertThat(replayed(service)).containsExactly("assignments");
            AuditTrail trail = service.bean(AuditTrail.class);
            assertThat(trail.upTo(position, "payment-p-old"))
                    .extracting(entry -> trail.show(List.of(entry))
                            .getFirst()
                            .data()
                            .path("command")
                            .asString())
                    .containsExactly("assignments");
        }
    }

    @Test
    void a_revision_of_a_later_program_stops_a_replay_right_there() {
        try (RunningService service = RunningService.fresh()) {
            service.log.appendText("payment-p-new", "PaymentClaimed", "99", OLD_CLAIM);

            assertThatThrownBy(() -> replayed(service))
                    .isInstanceOf(UnreadableEventException.class)
                    .hasMessageContaining("UnreadableRevisionException");
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> followed(RunningService service) {
        Claims claims = new Claims();
        Projections processors = new Projections(
                List.of(claims),
                service.bean(PostgresEventSource.class),
                service.bean(TokenStore.class),
                service.bean(TransactionManager.class),
                service.bean(RowSessions.class),
                service.bean(Positions.class));
        processors.start();
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> !claims.commands.isEmpty());
        } finally {
            processors.stop();
        }
        return claims.commands;
    }

    /// As a rebuild does it.
    private static List<String> replayed(RunningService service) {
        Claims claims = new Claims();
        Replay replay = service.bean(Replay.class);
        List<Noted> noted = replay.decode(
                List.of(claims), service.bean(EventLogReader.class).after(-1, 100));
        new TransactionTemplate(service.bean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> replay.project(claims, noted));
        return claims.commands;
    }
}
