package uk.vehicleregister.query.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.query.RunningService.Answer;
import uk.vehicleregister.query.mail.post.Posting;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxEndpointTest {

    private final MailOffice office = new MailOffice();

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void without_a_postbox_mails_wait_and_health_and_metrics_say_so() {
        UUID transaction = office.disposed(office.vehicle(), "seller@example.com", "trader@example.com");

        JsonNode mails = office.outbox(transaction);
        assertThat(mails.valueStream().map(mail -> mail.get("recipient").asString()))
                .containsExactly("SELLER", "TRADER");
        JsonNode mail = mails.get(0);
        assertThat(mail.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "transactionId",
                        "recipient",
                        "template",
                        "position",
                        "state",
                        "attempts",
                        "recordedAt",
                        "nextTryAt");
        assertThat(mail.get("state").asString()).isEqualTo("WAITING");
        assertThat(mail.get("template").asString()).isEqualTo("sold-to-trade-seller");
        JsonNode health =
                office.service.get("/actuator/health").json().get("components").get("mail");
        assertThat(health.get("status").asString()).isEqualTo("UP");
        assertThat(health.get("details").get("postbox").asString()).isEqualTo("none");
        assertThat(health.get("details").get("WAITING").asInt()).isPositive();
        await().until(() -> office.service
                .get("/actuator/prometheus")
                .text()
                .matches("(?s).*register_mail_outbox\\{state=\"waiting\"} [1-9].*"));
        assertThat(office.service.get("/actuator/health/readiness").text()).doesNotContain("postbox");
    }

    @Test
    void mails_come_page_by_page_and_none_twice() {
        List<UUID> transactions = new ArrayList<>();
        for (int i = 0; i < 3; i++) transactions.add(office.disposed(office.vehicle(), "s@example.com", null));
        List<String> seen = new ArrayList<>();
        String after = "";
        for (boolean more = true; more; ) {
            JsonNode page = search("{\"limit\":2" + after + "}").json();
            assertThat(page.get("mails").size()).isBetween(1, 2);
            page.get("mails")
                    .forEach(mail -> seen.add(mail.get("transactionId").asString()
                            + mail.get("recipient").asString()));
            more = page.has("next");
            if (more) after = ",\"after\":" + page.get("next").asLong();
        }
        assertThat(seen).doesNotHaveDuplicates();
        for (UUID transaction : transactions) assertThat(seen).contains(transaction + "SELLER", transaction + "TRADER");
    }

    @Test
    void mails_are_found_by_their_state() {
        UUID transaction = office.disposed(office.vehicle(), "s@example.com", null);
        office.postbox.behaviour = _ -> new Posting.Refused("SMTP_550");
        office.send();
        office.postbox.behaviour = office.postbox::take;

        assertThat(search("{\"state\":\"FAILED\",\"limit\":1000}").text()).contains(transaction.toString());
        assertThat(search("{\"state\":\"SENT\",\"limit\":1000}").text()).doesNotContain(transaction.toString());
    }

    @Test
    void what_is_not_in_order_is_400() {
        for (String body : List.of(
                "{\"state\":\"LOST\"}",
                "{\"limit\":0}",
                "{\"limit\":1001}",
                "{\"limit\":\"10\"}",
                "{\"after\":-1}",
                "{\"after\":1.5}",
                "{\"transactionId\":\"1\"}",
                "{\"address\":\"seller@example.com\"}"))
            assertThat(search(body).status()).as(body).isEqualTo(400);
        for (String body :
                List.of("{}", "{\"transactionId\":\"%s\",\"recipient\":\"ME\"}".formatted(UUID.randomUUID())))
            assertThat(office.service
                            .postAs("operator", 0, "/v1/outbox/retries", body)
                            .status())
                    .as(body)
                    .isEqualTo(400);
    }

    private Answer search(String body) {
        return office.service.postAs("registrar", office.service.log.lastPosition(), "/v1/outbox/search", body);
    }
}
