package uk.vehicleregister.query.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.event.AttemptAbandoned;
import uk.vehicleregister.kernel.event.AttemptLocked;
import uk.vehicleregister.kernel.event.AttemptRefused;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.TestVehicle;

class AttemptsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-07-01");

    private final RunningService service = RunningService.shared();
    private final RegistrationMark mark = TestVehicle.nextMark();
    private final String actor = "actor-" + UUID.randomUUID();

    @Test
    void an_auditor_finds_attempts_by_mark_actor_and_code() {
        refused(actor, RefusalCode.EXPORTED);
        refused("somebody-else", RefusalCode.NO_KEEPER);
        long position = service.log.appendBy(
                "citizen",
                actor,
                UUID.randomUUID(),
                new AttemptLocked(UUID.randomUUID(), "disposals", mark, RefusalCode.MARK_LOCKED, DAY));

        assertThat(codes(ask(position, "{\"registrationMark\":\"" + mark.text() + "\"}")))
                .containsExactly("EXPORTED", "NO_KEEPER", "MARK_LOCKED");
        assertThat(codes(ask(position, "{\"actor\":\"" + actor + "\"}"))).containsExactly("EXPORTED", "MARK_LOCKED");
        assertThat(codes(ask(position, "{\"registrationMark\":\"" + mark.text() + "\",\"code\":\"NO_KEEPER\"}")))
                .containsExactly("NO_KEEPER");
    }

    @Test
    void an_attempt_shows_who_what_and_when_and_no_person() {
        long position = refused(actor, RefusalCode.EXPORTED);
        JsonNode attempt = ask(position, "{\"actor\":\"" + actor + "\"}").get(0);
        assertThat(attempt.propertyNames())
                .containsExactlyInAnyOrder(
                        "position", "recordedAt", "kind", "registrationMark", "actor", "role", "command", "code");
        assertThat(attempt.get("command").asString()).isEqualTo("retentions");
        assertThat(attempt.get("kind").asString()).isEqualTo("REFUSED");
        assertThat(Instant.parse(attempt.get("recordedAt").asString())).isBefore(Instant.now());
    }

    @Test
    void an_abandoned_application_is_an_attempt_without_a_code() {
        long position = service.log.appendBy(
                "citizen", actor, UUID.randomUUID(), new AttemptAbandoned(UUID.randomUUID(), "retentions", mark, DAY));
        JsonNode attempt = ask(position, "{\"actor\":\"" + actor + "\"}").get(0);
        assertThat(attempt.get("kind").asString()).isEqualTo("ABANDONED");
        assertThat(attempt.get("code").isNull()).isTrue();
    }

    @Test
    void what_the_register_gave_up_is_found_by_who_left_it_lying() {
        long position = service.log.append(
                """
                {"transactionId":"%s","role":"register","actor":"register","aside":true,
                 "appliedBy":"%s","appliedAs":"dealer"}""".formatted(UUID.randomUUID(), actor),
                new AttemptAbandoned(UUID.randomUUID(), "retentions", mark, DAY));
        JsonNode attempts = ask(position, "{\"actor\":\"" + actor + "\"}");
        assertThat(attempts).hasSize(1);
        assertThat(attempts.get(0).get("actor").asString()).isEqualTo(actor);
        assertThat(attempts.get(0).get("role").asString()).isEqualTo("dealer");
    }

    @Test
    void what_was_given_up_before_the_register_said_for_whom_is_the_registers() {
        long position = service.log.append(
                """
                {"transactionId":"%s","role":"register","actor":"register","aside":true}""".formatted(UUID.randomUUID()), new AttemptAbandoned(UUID.randomUUID(), "retentions", mark, DAY));
        JsonNode attempt =
                ask(position, "{\"registrationMark\":\"" + mark.text() + "\"}").get(0);
        assertThat(attempt.get("actor").asString()).isEqualTo("register");
    }

    @Test
    void attempts_come_page_by_page_within_a_period() {
        refused(actor, RefusalCode.EXPORTED);
        long second = refused(actor, RefusalCode.NO_KEEPER);
        String byActor = "{\"actor\":\"" + actor + "\"";
        JsonNode page = ask(second, byActor + ",\"limit\":1}");
        assertThat(codes(page)).containsExactly("EXPORTED");
        assertThat(codes(ask(second, byActor + ",\"after\":" + page.get(0).get("position") + "}")))
                .containsExactly("NO_KEEPER");
        assertThat(ask(second, byActor + ",\"to\":\"2020-01-01T00:00:00Z\"}")).isEmpty();
        assertThat(ask(second, byActor + ",\"from\":\"2020-01-01T00:00:00Z\"}")).hasSize(2);
    }

    @Test
    void a_mark_that_many_accounts_guess_at_is_under_attack() {
        long position = 0;
        for (int wrong = 0; wrong < 9; wrong++)
            position = refused("guesser-" + wrong % 3, RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
        assertThat(underAttack(position)).doesNotContain(mark.text());
        position = refused("guesser-0", RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
        assertThat(underAttack(position)).contains(mark.text());
    }

    @Test
    void a_mark_one_or_two_people_mistype_is_not_nor_one_whose_applications_the_rules_refuse() {
        long position = 0;
        for (int wrong = 0; wrong < 12; wrong++)
            position = refused("guesser-" + wrong % 2, RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
        for (int refusal = 0; refusal < 12; refusal++) position = refused("other-" + refusal, RefusalCode.EXPORTED);
        assertThat(underAttack(position)).doesNotContain(mark.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"registrationMark\":\"AB12-CDE\"}|registrationMark|MALFORMED",
                "{\"registrationMark\":7}|registrationMark|WRONG_TYPE",
                "{\"actor\":\"a b\"}|actor|MALFORMED",
                "{\"code\":\"NO_SUCH_CODE\"}|code|NOT_A_KNOWN_WORD",
                "{\"from\":\"yesterday\"}|from|NOT_A_TIME",
                "{\"to\":\"2026-13-01T00:00:00Z\"}|to|NOT_A_TIME",
                "{\"after\":\"x\"}|after|WRONG_TYPE",
                "{\"limit\":1001}|limit|OUT_OF_RANGE",
                "{\"colour\":\"green\"}|colour|UNKNOWN_FIELD"
            })
    void a_malformed_question_is_told_what_and_where(String body, String field, String code) {
        RunningService.Answer answer =
                service.post("/v1/attempts/search", body, "Authorization", "Bearer " + service.token("auditor"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(code);
    }

    @Test
    void attacked_marks_need_a_time_to_look_back_to() {
        RunningService.Answer answer = service.post(
                "/v1/attacked-marks/search", "{\"wrong\":0}", "Authorization", "Bearer " + service.token("operator"));
        assertThat(answer.json()
                        .at("/errors")
                        .valueStream()
                        .map(e -> e.get("field").asString()))
                .containsExactly("since", "wrong");
    }

    private long refused(String by, RefusalCode code) {
        return service.log.appendBy(
                "citizen", by, UUID.randomUUID(), new AttemptRefused(UUID.randomUUID(), "retentions", mark, code, DAY));
    }

    private JsonNode ask(long position, String body) {
        RunningService.Answer answer = service.postAs("auditor", position, "/v1/attempts/search", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private List<String> underAttack(long position) {
        RunningService.Answer answer = service.postAs(
                "operator", position, "/v1/attacked-marks/search", "{\"since\":\"2020-01-01T00:00:00Z\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json()
                .valueStream()
                .map(row -> row.get("registrationMark").asString())
                .toList();
    }

    private static List<String> codes(JsonNode attempts) {
        return attempts.valueStream().map(row -> row.get("code").asString()).toList();
    }
}
