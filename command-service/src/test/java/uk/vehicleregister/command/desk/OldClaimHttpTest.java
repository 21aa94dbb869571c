package uk.vehicleregister.command.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.map;
import static uk.vehicleregister.command.Bodies.retention;
import static uk.vehicleregister.command.Bodies.with;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.eventstore.log.Append;
import uk.vehicleregister.eventstore.log.AppendOutcome;
import uk.vehicleregister.eventstore.log.EventLogWriter;
import uk.vehicleregister.eventstore.log.NewEvent;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.kernel.access.Role;

/// A version of this program that wrote revision 1 died between claim and authorisation; this one takes the work up.
class OldClaimHttpTest {

    private static final JsonMapper ORDERED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);
    private final Vehicle vehicle = register.registered();
    private final String key = UUID.randomUUID().toString();
    private final UUID transaction = UUID.randomUUID();
    private final Map<String, Object> body = retention(vehicle.mark(), vehicle.reference(), "tok_authorised");

    @Test
    void a_claim_of_revision_1_is_taken_up_by_the_request_it_was_made_for() {
        String stream = claimedByAnOldVersion();

        Answer answer = retain(body);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(answer.text("transactionId")).isEqualTo(transaction.toString());
        List<RecordedEvent> payment = service.log().stream(stream, 0);
        assertThat(payment)
                .extracting(RecordedEvent::type)
                .containsExactly("PaymentClaimed", "PaymentAuthorised", "PaymentSettled");
        assertThat(payment.getFirst().revision())
                .as("the log itself is left as it was")
                .isEqualTo("1");
        assertThat(retain(body).body()).isEqualTo(answer.body());
    }

    @Test
    void a_claim_of_revision_1_serves_no_other_request() {
        claimedByAnOldVersion();

        assertThat(retain(with(body, "keeperEmail", "a@example.org")).code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void the_program_of_today_writes_revision_2() {
        Answer unknown = retain(with(body, "payment", map("token", "tok_timeout")));

        assertThat(unknown.code()).isEqualTo("PAYMENT_OUTCOME_UNKNOWN");
        RecordedEvent claim = service.log().stream("payment-" + paymentId(), 0).getFirst();
        assertThat(claim.revision()).isEqualTo("2");
        assertThat(claim.payload()).contains("\"command\":\"retentions\"");
    }

    private Answer retain(Map<String, Object> request) {
        return service.post("/v1/retentions", Role.CITIZEN, key, request);
    }

    /// Letter for letter what revision 1 wrote, under the names this client, key and request have had since then.
    private String claimedByAnOldVersion() {
        String fingerprint = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(keys().receipts().of("request", "/v1/retentions", ORDERED.writeValueAsString(body)));
        String claim = """
                {"paymentId":"%s","transactionId":"%s","requestFingerprint":"%s","purpose":"RETENTION",\
                "amountPence":8000,"claimedOn":"2026-06-30"}""".formatted(paymentId(), transaction, fingerprint);
        String metadata = """
                {"transactionId":"%s","role":"citizen","actor":"%s"}""".formatted(transaction, client());
        String stream = "payment-" + paymentId();
        NewEvent event = new NewEvent(UUID.randomUUID(), stream, 0, "PaymentClaimed", "1", claim, metadata);
        assertThat(service.bean(EventLogWriter.class).append(Append.of(List.of(event))))
                .isInstanceOf(AppendOutcome.Appended.class);
        return stream;
    }

    private String paymentId() {
        return HexFormat.of().formatHex(keys().receipts().of("key", client(), key));
    }

    private String client() {
        return keys().pseudonyms()
                .text(RunningService.issuer().issuerUrl("register").toString(), Role.CITIZEN.claim());
    }

    private LocalKeys keys() {
        return service.bean(LocalKeys.class);
    }
}
