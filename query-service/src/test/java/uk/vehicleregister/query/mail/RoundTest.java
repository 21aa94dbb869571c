package uk.vehicleregister.query.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.query.RunningService.Answer;
import uk.vehicleregister.query.TestVehicle;
import uk.vehicleregister.query.mail.post.Posting;

/// Each mail goes once, whoever dies, is away or works side by side.
class RoundTest {

    private static final String SELLER = "seller@example.com";

    private final MailOffice office = new MailOffice();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void a_mail_goes_once() {
        UUID transaction = office.disposed(office.vehicle(), SELLER, null);

        assertThat(office.send()).isEqualTo(2);
        office.clock.forward(Duration.ofDays(400));
        assertThat(office.send()).isZero();
        assertThat(office.postbox.letters).hasSize(1);
        assertThat(office.of(transaction, Recipient.SELLER).get("attempts").asInt())
                .isEqualTo(1);
    }

    @Test
    void a_provider_that_is_away_is_tried_again_later_and_not_before() {
        UUID transaction = office.disposed(office.vehicle(), SELLER, null);
        office.postbox.behaviour = _ -> new Posting.NotNow("SMTP_UNAVAILABLE");
        office.send();

        JsonNode waiting = office.of(transaction, Recipient.SELLER);
        assertThat(waiting.get("state").asString()).isEqualTo("WAITING");
        assertThat(waiting.get("fault").asString()).isEqualTo("SMTP_UNAVAILABLE");
        office.postbox.behaviour = office.postbox::take;
        office.clock.forward(Duration.ofSeconds(53));
        assertThat(office.send()).isZero();

        office.clock.forward(Duration.ofSeconds(14));
        assertThat(office.send()).isEqualTo(1);
        JsonNode sent = office.of(transaction, Recipient.SELLER);
        assertThat(sent.get("state").asString()).isEqualTo("SENT");
        assertThat(sent.has("fault")).isFalse();
        assertThat(sent.get("attempts").asInt()).isEqualTo(2);
    }

    @Test
    void a_mail_is_given_up_after_its_last_try_and_an_operator_may_let_it_go_again() {
        UUID transaction = office.disposed(office.vehicle(), SELLER, null);
        office.postbox.behaviour = _ -> new Posting.NotNow("SMTP_451");
        for (int tries = 1; tries < BackOff.TRIES; tries++) {
            office.send();
            office.clock.forward(Duration.ofHours(7));
        }
        assertThat(office.state(transaction, Recipient.SELLER)).isEqualTo("WAITING");
        assertThat(retry(transaction, "SELLER").status()).isEqualTo(409);

        office.send();
        assertThat(office.state(transaction, Recipient.SELLER)).isEqualTo("FAILED");
        office.clock.forward(Duration.ofDays(400));
        assertThat(office.send()).isZero();

        office.postbox.behaviour = office.postbox::take;
        assertThat(retry(transaction, "SELLER").json().get("state").asString()).isEqualTo("WAITING");
        office.send();
        assertThat(office.state(transaction, Recipient.SELLER)).isEqualTo("SENT");
        assertThat(retry(transaction, "SELLER").status()).isEqualTo(409);
        assertThat(retry(transaction, "BUSINESS").status()).isEqualTo(404);
    }

    @Test
    void a_mail_refused_for_good_is_not_tried_again() {
        UUID transaction = office.disposed(office.vehicle(), SELLER, null);
        office.postbox.behaviour = _ -> new Posting.Refused("SMTP_550");
        office.send();

        JsonNode failed = office.of(transaction, Recipient.SELLER);
        assertThat(failed.get("state").asString()).isEqualTo("FAILED");
        assertThat(failed.get("fault").asString()).isEqualTo("SMTP_550");
    }

    @Test
    void a_mail_whose_sender_died_after_handing_it_in_is_asked_about_and_not_sent_again() {
        UUID transaction = office.disposed(office.vehicle(), SELLER, null);
        office.postbox.behaviour = letter -> {
            office.postbox.take(letter);
            throw new Killed();
        };
        office.send();
        assertThat(office.state(transaction, Recipient.SELLER)).isEqualTo("SENDING");
        assertThat(office.postbox.letters).hasSize(1);

        office.postbox.behaviour = office.postbox::take;
        office.clock.forward(Outbox.IN_HAND_FOR.minusSeconds(1));
        assertThat(office.send()).as("it may still be alive").isZero();
        office.clock.forward(Duration.ofSeconds(1));
        assertThat(office.send()).isEqualTo(1);

        assertThat(office.postbox.letters).hasSize(1);
        assertThat(office.of(transaction, Recipient.SELLER)
                        .get("providerReference")
                        .asString())
                .isEqualTo("theirs-" + transaction + ".seller");
    }

    @Test
    void a_mail_whose_sender_died_before_handing_it_in_is_sent() {
        UUID transaction = office.disposed(office.vehicle(), SELLER, null);
        office.postbox.behaviour = _ -> {
            throw new Killed();
        };
        office.send();
        office.postbox.behaviour = office.postbox::take;
        office.clock.forward(Outbox.IN_HAND_FOR);
        office.send();

        assertThat(office.postbox.letters).hasSize(1);
        assertThat(office.state(transaction, Recipient.SELLER)).isEqualTo("SENT");
    }

    /// Slow, not dead: what it says when it wakes up counts no more.
    @Test
    void a_sender_that_lost_its_mail_to_another_does_not_overwrite_how_that_one_ended() {
        UUID transaction = office.disposed(office.vehicle(), SELLER, null);
        office.caughtUp();
        Outbox outbox = office.service.bean(Outbox.class);
        OwedMail slow = outbox.claim(office.clock.instant(), 1000).getFirst();
        office.clock.forward(Outbox.IN_HAND_FOR);
        office.send();
        outbox.end(slow, new Ending.Refused("SMTP_550"), office.clock.instant());

        assertThat(office.state(transaction, Recipient.SELLER)).isEqualTo("SENT");
    }

    @Test
    void two_senders_side_by_side_send_each_mail_once() throws InterruptedException {
        List<UUID> transactions = new ArrayList<>();
        for (int i = 0; i < 60; i++)
            transactions.add(office.disposed(office.vehicle(), "s" + i + "@example.com", null));
        office.caughtUp();
        CountDownLatch together = new CountDownLatch(1);
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < 2; i++)
            senders.add(Thread.ofPlatform().start(() -> {
                try {
                    together.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                Round round = office.round(office.postbox);
                while (round.make(5) > 0) Thread.onSpinWait();
            }));
        together.countDown();
        for (Thread sender : senders) sender.join();

        assertThat(office.postbox.letters)
                .hasSize(60)
                .extracting(l -> l.reference())
                .doesNotHaveDuplicates();
        for (UUID transaction : transactions)
            assertThat(office.of(transaction, Recipient.SELLER).get("attempts").asInt())
                    .isEqualTo(1);
    }

    @Test
    void what_one_sender_is_claiming_another_passes_over() {
        office.disposed(office.vehicle(), SELLER, "trader@example.com");
        office.caughtUp();
        Outbox outbox = office.service.bean(Outbox.class);
        TransactionTemplate open = new TransactionTemplate(office.service.bean(PlatformTransactionManager.class));
        open.executeWithoutResult(_ -> {
            List<OwedMail> one = outbox.claim(office.clock.instant(), 1);
            List<OwedMail> other = CompletableFuture.supplyAsync(() -> outbox.claim(office.clock.instant(), 2))
                    .orTimeout(5, TimeUnit.SECONDS)
                    .join();
            assertThat(one).hasSize(1);
            assertThat(other).hasSize(1).doesNotContainAnyElementsOf(one);
        });
    }

    @Test
    void an_erased_person_is_not_written_to() throws SQLException {
        UUID transaction = UUID.randomUUID();
        TestVehicle vehicle = office.vehicle();
        DisposedToTrade disposal = office.disposal(vehicle, SELLER, null);
        office.service.log.append(transaction, disposal);
        try (Connection owner = office.service.database.owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "select log.erase_data_key('" + disposal.sellerEmail().keyId() + "')");
        }
        office.send();

        assertThat(office.postbox.letters).isEmpty();
        assertThat(office.state(transaction, Recipient.SELLER)).isEqualTo("ERASED");
    }

    private Answer retry(UUID transaction, String recipient) {
        return office.service.postAs(
                "operator",
                0,
                "/v1/outbox/retries",
                "{\"transactionId\":\"%s\",\"recipient\":\"%s\"}".formatted(transaction, recipient));
    }

    /// As if the process ended there: nothing may come after it.
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }
}
