package uk.vehicleregister.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.vehicleregister.query.RunningService;

/// Two processes and one claim.
class TenuredTokensTest {

    private static final String NAME = "tried-by-hand";

    private final RunningService service = RunningService.shared();
    private final DataSource database = service.bean(DataSource.class);
    private final Process one = new Process();
    private final Process two = new Process();

    private final class Process {

        final Tenures tenures = new Tenures(JdbcClient.create(database));
        final TenuredTokens tokens = new TenuredTokens(
                JdbcTokenStore.builder()
                        .connectionProvider(new SpringDataSourceConnectionProvider(database))
                        .serializer(Jackson3Serializer.builder().build())
                        .contentType(String.class)
                        .claimTimeout(Duration.ofSeconds(5))
                        .schema(TokenSchema.builder()
                                .setTokenTable("projection_token")
                                .setProcessorNameColumn("processor_name")
                                .setTokenTypeColumn("token_type")
                                .build()),
                tenures);

        boolean holds() {
            return tenures.of(NAME).term() != Tenure.NONE;
        }

        void claim() {
            in(() -> tokens.fetchToken(NAME, 0));
        }

        void store(long position) {
            in(() -> {
                tokens.storeToken(new GlobalSequenceTrackingToken(position), NAME, 0);
                return true;
            });
        }
    }

    @BeforeEach
    void unclaimed() {
        JdbcClient.create(database)
                .sql("delete from projection_token where processor_name = ?")
                .param(NAME)
                .update();
        in(() -> {
            one.tokens.initializeTokenSegments(NAME, 1);
            return true;
        });
    }

    @Test
    void who_claims_holds_it_until_the_claim_is_given_back() {
        assertThat(one.holds()).isFalse();
        one.claim();
        assertThat(one.holds()).isTrue();
        in(() -> {
            one.tokens.releaseClaim(NAME, 0);
            return true;
        });
        assertThat(one.holds()).isFalse();
    }

    @Test
    void a_claim_given_back_is_taken_over_at_once_and_what_was_known_before_is_not_trusted_again() {
        one.claim();
        long before = one.tenures.of(NAME).term();
        in(() -> {
            one.tokens.releaseClaim(NAME, 0);
            return true;
        });
        two.claim();
        long began = System.nanoTime();
        two.store(1);
        assertThat(System.nanoTime() - began).isLessThan(Tenure.LASTS.toNanos() / 2);
        in(() -> {
            two.tokens.releaseClaim(NAME, 0);
            return true;
        });
        one.claim();
        assertThat(one.tenures.of(NAME).term()).isNotIn(Tenure.NONE, before);
    }

    @Test
    void one_who_takes_over_from_a_process_that_is_silent_changes_nothing_before_that_one_has_ceased_to_trust() {
        one.claim();
        silent();
        one.tenures.of(NAME).holds(System.nanoTime()); // seen to hold a moment ago, and paused since
        two.claim();
        two.store(1);
        assertThat(one.holds()).isFalse();
        assertThatThrownBy(() -> one.store(1)).isInstanceOf(UnableToClaimTokenException.class);
        assertThat(one.holds()).isFalse();
        assertThat(two.holds()).isTrue();
    }

    @Test
    void whoever_replaces_the_rows_waits_until_the_process_that_projects_has_ceased_to_trust() {
        one.claim();
        in(() -> {
            two.tenures.endAll(NAME);
            assertThat(one.holds()).isFalse();
            return true;
        });
    }

    @Test
    void in_the_process_that_projects_there_is_nothing_to_wait_for() {
        one.claim();
        in(() -> {
            long began = System.nanoTime();
            one.tenures.endAll(NAME);
            assertThat(one.holds()).isFalse();
            assertThat(System.nanoTime() - began).isLessThan(Tenure.LASTS.toNanos() / 2);
            return true;
        });
    }

    /// As if it had not renewed its claim for a minute.
    private void silent() {
        JdbcClient.create(database)
                .sql("update projection_token set timestamp = ? where processor_name = ?")
                .params(java.time.Instant.now().minusSeconds(60).toString(), NAME)
                .update();
    }

    private <T> void in(Supplier<T> work) {
        new TransactionTemplate(service.bean(PlatformTransactionManager.class)).execute(_ -> work.get());
    }
}
