package uk.vehicleregister.command.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.authority;
import static uk.vehicleregister.command.Bodies.disposal;
import static uk.vehicleregister.command.Bodies.keeperChange;
import static uk.vehicleregister.command.Bodies.map;
import static uk.vehicleregister.command.Bodies.marker;
import static uk.vehicleregister.command.Bodies.onAuthority;
import static uk.vehicleregister.command.Bodies.retention;
import static uk.vehicleregister.command.Bodies.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.vehicleregister.command.Bodies;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.AuthorityGranted;
import uk.vehicleregister.kernel.event.EventJson;

class AuthorityHttpTest {

    private static final String TRADER = "trader-" + UUID.randomUUID();

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);
    private final Vehicle vehicle = register.registered();

    @Test
    void a_keeper_lets_a_trader_sell_and_the_record_says_for_whom_it_was_done() {
        Answer granted = grant("disposals");
        assertThat(granted.status()).as(granted.body().toString()).isEqualTo(201);
        String authorityId = granted.text("authorityId");

        Answer sold = dispose(authorityId);

        assertThat(sold.status()).as(sold.body().toString()).isEqualTo(201);
        RecordedEvent disposed = register.eventsOf(vehicle.id()).getLast();
        AuthorityGranted authority = authorityOf(authorityId);
        var metadata = RunningService.JSON.readTree(disposed.metadata());
        assertThat(disposed.type()).isEqualTo("DisposedToTrade");
        assertThat(metadata.get("role").asString()).isEqualTo("dealer");
        assertThat(metadata.get("actor").asString()).isEqualTo(authority.intermediary());
        assertThat(metadata.get("onBehalfOf").toString())
                .isEqualTo(
                        "{\"authorityId\":\"%s\",\"keeperId\":\"%s\"}".formatted(authorityId, authority.keeperKeyId()));
        assertThat(authority.grantedBy()).isNotEqualTo(authority.intermediary());
    }

    @Test
    void what_a_keeper_does_by_themselves_is_done_on_nobodys_behalf() {
        assertThat(register.eventsOf(vehicle.id()).getLast().metadata()).doesNotContain("onBehalfOf");
    }

    @Test
    void the_intermediarys_name_is_nowhere_in_the_log() {
        String authorityId = grant("disposals").text("authorityId");
        RecordedEvent event =
                service.log().stream("authority-" + authorityId, 0).getFirst();
        assertThat(event.payload() + event.metadata()).doesNotContain(TRADER);
    }

    @Test
    void a_repeated_grant_is_answered_the_same_and_grants_once() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = authority(vehicle.mark(), vehicle.reference(), TRADER, "disposals");
        Answer first = service.post("/v1/authorities", Role.CITIZEN, key, body);
        assertThat(service.post("/v1/authorities", Role.CITIZEN, key, body).body())
                .isEqualTo(first.body());
    }

    @Test
    void an_authority_moves_marks_too_when_it_says_so() {
        String authorityId = grant("retentions").text("authorityId");
        Answer retained =
                asTrader("/v1/retentions", onAuthority(retention(vehicle.mark(), "", "tok_authorised"), authorityId));
        assertThat(retained.status()).as(retained.body().toString()).isEqualTo(201);
        assertThat(register.eventsOf(vehicle.id()).getLast().metadata()).contains("onBehalfOf", authorityId);
    }

    @Test
    void what_is_taken_back_is_refused_and_the_answer_is_remembered() {
        String authorityId = grant("disposals").text("authorityId");
        Answer revoked = revoke("citizen", Role.CITIZEN, authorityId);
        assertThat(revoked.status()).as(revoked.body().toString()).isEqualTo(201);
        assertThat(service.log().stream("authority-" + authorityId, 0))
                .extracting(RecordedEvent::type)
                .containsExactly("AuthorityGranted", "AuthorityRevoked");

        String key = UUID.randomUUID().toString();
        Map<String, Object> body = onAuthority(disposal(vehicle.mark(), ""), authorityId);
        String token = service.token(TRADER, Role.DEALER);
        Answer first = service.postAs("/v1/disposals", token, key, json(body));
        assertThat(first.status()).isEqualTo(422);
        assertThat(first.code()).isEqualTo("AUTHORITY_REVOKED");
        assertThat(service.postAs("/v1/disposals", token, key, json(body)).body())
                .isEqualTo(first.body());
        assertThat(register.typesOf(vehicle.id())).doesNotContain("DisposedToTrade");
    }

    @Test
    void only_who_granted_it_takes_it_back_and_only_once() {
        String authorityId = grant("disposals").text("authorityId");
        assertThat(revoke(TRADER, Role.DEALER, authorityId).code()).isEqualTo("NOT_FOUND");
        assertThat(revoke("citizen", Role.CITIZEN, UUID.randomUUID().toString()).code())
                .isEqualTo("NOT_FOUND");
        assertThat(revoke("citizen", Role.CITIZEN, authorityId.toUpperCase()).status())
                .isEqualTo(201);
        assertThat(revoke("citizen", Role.CITIZEN, authorityId).code()).isEqualTo("AUTHORITY_REVOKED");
    }

    @Test
    void it_covers_what_the_keeper_said_and_nothing_else() {
        String authorityId = grant("retentions").text("authorityId");
        assertThat(dispose(authorityId).code()).isEqualTo("AUTHORITY_OUT_OF_SCOPE");
    }

    @Test
    void it_ends_with_the_keepership() {
        String authorityId = grant("disposals").text("authorityId");
        service.post("/v1/keeper-changes", Role.CITIZEN, keeperChange(vehicle.mark(), vehicle.reference()));
        assertThat(dispose(authorityId).code()).isEqualTo("AUTHORITY_ENDED");
    }

    @Test
    void after_its_last_day_it_has_expired() {
        String lastDay = Bodies.TODAY.toString();
        Map<String, Object> body =
                with(authority(vehicle.mark(), vehicle.reference(), TRADER, "disposals"), "until", lastDay);
        String authorityId = service.post("/v1/authorities", Role.CITIZEN, body).text("authorityId");
        try (RunningService tomorrow = service.another(
                Map.of("register.today", LocalDate.parse(lastDay).plusDays(1).toString()))) {
            Answer late = tomorrow.postAs(
                    "/v1/disposals",
                    service.token(TRADER, Role.DEALER),
                    UUID.randomUUID().toString(),
                    json(onAuthority(disposal(vehicle.mark(), ""), authorityId)));
            assertThat(late.code()).isEqualTo("AUTHORITY_EXPIRED");
        }
        assertThat(dispose(authorityId).status()).isEqualTo(201);
    }

    @Test
    void somebody_elses_or_an_unknown_authority_is_like_a_wrong_reference_and_locks_the_mark() {
        String authorityId = grant("disposals").text("authorityId");
        Map<String, Object> body = onAuthority(disposal(vehicle.mark(), ""), authorityId);
        Answer foreign = service.post("/v1/disposals", Role.DEALER, body);
        Answer unknown = dispose(UUID.randomUUID().toString());
        Answer wrong = service.post("/v1/disposals", Role.DEALER, disposal(vehicle.mark(), "00000000000"));
        assertThat(List.of(foreign.status(), unknown.status(), wrong.status())).containsOnly(404);
        assertThat(foreign.body()).isEqualTo(wrong.body());
        assertThat(dispose(authorityId).code()).isEqualTo("MARK_LOCKED");
    }

    @Test
    void the_holder_of_an_authority_cannot_make_wrong_references_forgotten() {
        String authorityId = grant("retentions").text("authorityId");
        for (int guess = 0; guess < 3; guess++) {
            asTrader("/v1/disposals", disposal(vehicle.mark(), "0000000000" + guess));
            if (guess < 2) assertThat(dispose(authorityId).code()).isEqualTo("AUTHORITY_OUT_OF_SCOPE");
        }
        assertThat(dispose(authorityId).code()).isEqualTo("MARK_LOCKED");
    }

    @Test
    void the_scope_is_of_the_commands_that_take_a_reference() {
        Answer refused = grant("acquisitions");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().toString())
                .contains("must be one of [", "assignments", "disposals", "keeper-changes", "retentions")
                .doesNotContain("authorities", "revocations");
    }

    @Test
    void nobody_passes_an_authority_on_and_nobody_sells_out_of_the_trade_on_one() {
        String authorityId = grant("disposals").text("authorityId");
        Answer passedOn = asTrader(
                "/v1/authorities", onAuthority(authority(vehicle.mark(), "", "another", "disposals"), authorityId));
        assertThat(fields(passedOn)).containsExactly("documentReference", "authorityId");
        Answer soldOn = asTrader("/v1/acquisitions", onAuthority(Bodies.acquisition(vehicle.mark(), ""), authorityId));
        assertThat(fields(soldOn)).containsExactly("documentReference", "authorityId");
    }

    @Test
    void exactly_one_of_reference_and_authority_is_shown() {
        Map<String, Object> body = disposal(vehicle.mark(), vehicle.reference());
        Answer both = service.post(
                "/v1/disposals",
                Role.DEALER,
                with(body, "authorityId", UUID.randomUUID().toString()));
        Answer none = service.post("/v1/disposals", Role.DEALER, Bodies.without(body, "documentReference"));
        assertThat(fields(both)).containsExactly("authorityId");
        assertThat(fields(none)).containsExactly("documentReference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1", "1-1-1-1-1", "0d9c1f0e7b7a4a539d0c2f6b8a1c4e55", "\u0000"})
    void an_authority_is_known_by_its_uuid(String text) {
        Answer answer = service.post("/v1/disposals", Role.DEALER, onAuthority(disposal(vehicle.mark(), ""), text));
        assertThat(fields(answer)).containsExactly("authorityId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "tab\there", "Zoë", "\u0000"})
    void an_intermediary_is_named_by_printable_characters(String subject) {
        Answer answer = service.post(
                "/v1/authorities", Role.CITIZEN, authority(vehicle.mark(), vehicle.reference(), subject, "disposals"));
        assertThat(fields(answer)).containsExactly("intermediary");
    }

    @Test
    void a_name_of_128_characters_is_taken_and_one_of_129_is_not() {
        assertThat(granted("a".repeat(128), "disposals").status()).isEqualTo(201);
        assertThat(granted("a".repeat(129), "disposals").status()).isEqualTo(400);
    }

    @Test
    void a_scope_names_each_command_once_and_at_least_one() {
        assertThat(fields(grant())).containsExactly("scope");
        String authorityId = grant("retentions", "disposals", "retentions").text("authorityId");
        assertThat(authorityOf(authorityId).scope()).containsExactly("disposals", "retentions");
    }

    @Test
    void the_record_stands_in_the_way_before_the_period_does() {
        service.post("/v1/markers", Role.REGISTRAR, marker(vehicle.mark(), "V5C_SUPPRESSED", "SET"));
        Map<String, Object> body =
                with(authority(vehicle.mark(), vehicle.reference(), TRADER, "disposals"), "until", "2020-01-01");
        assertThat(service.post("/v1/authorities", Role.CITIZEN, body).code()).isEqualTo("V5C_SUPPRESSED");
    }

    @Test
    void a_revocation_that_races_with_a_use_comes_before_or_after_it_and_never_in_between() throws Exception {
        String authorityId = grant("disposals").text("authorityId");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> use = () -> dispose(authorityId);
            Callable<Answer> takeBack = () -> revoke("citizen", Role.CITIZEN, authorityId);
            var answers = threads.invokeAll(List.of(use, takeBack));
            assertThat(answers.get(1).get().status()).isEqualTo(201);
            Answer used = answers.get(0).get();
            long revokedAt = answers.get(1).get().position();
            if (used.status() == 201) assertThat(used.position()).isLessThan(revokedAt);
            else assertThat(used.code()).isEqualTo("AUTHORITY_REVOKED");
        }
    }

    private Answer grant(String... scope) {
        return granted(TRADER, scope);
    }

    private Answer granted(String intermediary, String... scope) {
        return service.post(
                "/v1/authorities", Role.CITIZEN, authority(vehicle.mark(), vehicle.reference(), intermediary, scope));
    }

    private Answer dispose(String authorityId) {
        return asTrader("/v1/disposals", onAuthority(disposal(vehicle.mark(), ""), authorityId));
    }

    private Answer asTrader(String path, Map<String, Object> body) {
        return service.postAs(
                path, service.token(TRADER, Role.DEALER), UUID.randomUUID().toString(), json(body));
    }

    private Answer revoke(String subject, Role role, String authorityId) {
        return service.postAs(
                "/v1/authority-revocations",
                service.token(subject, role),
                UUID.randomUUID().toString(),
                json(map("authorityId", authorityId)));
    }

    private AuthorityGranted authorityOf(String authorityId) {
        return EventJson.read(
                service.log().stream("authority-" + authorityId, 0).getFirst().payload(), AuthorityGranted.class);
    }

    private static List<String> fields(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        return answer.body()
                .get("errors")
                .valueStream()
                .map(error -> error.get("field").stringValue())
                .toList();
    }

    private static String json(Object body) {
        return RunningService.JSON.writeValueAsString(body);
    }
}
