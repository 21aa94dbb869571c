package uk.vehicleregister.query.wholooked;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.kernel.disclosure.DisclosureKind;
import uk.vehicleregister.kernel.disclosure.DisclosurePurpose;
import uk.vehicleregister.kernel.event.RecordDisclosed;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.paper.DocumentReference;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.RunningService.Answer;
import uk.vehicleregister.query.TestVehicle;
import uk.vehicleregister.query.disclosure.Asked;
import uk.vehicleregister.query.disclosure.InARequest;
import uk.vehicleregister.query.disclosure.Recorded;

class WhoLookedTest {

    private static final String FIRST = "11111111111";
    private static final String SECOND = "22222222222";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    private final RunningService service = RunningService.shared();
    private final TestVehicle car = TestVehicle.registeredOn("2010-03-01");
    private final SealedKeeper anna = TestVehicle.person(service.log);

    private long registered() {
        return service.log.append(car.registered(anna), v5c(FIRST, "2010-03-01"), car.issued());
    }

    @Test
    void a_keeper_sees_who_looked_what_for_and_when() {
        registered();
        long at = service.log.appendBy("registrar", "official-1", UUID.randomUUID(), car.looked(null));

        JsonNode shown = answer(keeper(FIRST, at));

        assertThat(shown.get("disclosures")).hasSize(1);
        JsonNode look = shown.at("/disclosures/0");
        assertThat(look.get("position").asLong()).isEqualTo(at);
        assertThat(look.get("kind").asString()).isEqualTo("DOCUMENTS");
        assertThat(look.get("purpose").asString()).isEqualTo("CASE_WORK");
        assertThat(look.get("reference").asString()).isEqualTo("CASE-1");
        assertThat(look.get("role").asString()).isEqualTo("registrar");
        assertThat(look.get("actor").asString()).isEqualTo("official-1");
        assertThat(look.get("recordedAt").asString()).startsWith("20");
        assertThat(look.get("transactionId").asString()).hasSize(36);
        assertThat(shown.has("next")).isFalse();
    }

    @Test
    void a_look_at_the_mark_or_the_transaction_shows_to_the_keeper_as_one_at_the_vehicle_does() {
        UUID change = UUID.randomUUID();
        registered();
        long at = service.log.appendBy(
                "citizen",
                "somebody",
                change,
                car.detailsChanged(TestVehicle.person(service.log), "2020-01-01"),
                v5c(SECOND, "2020-01-01"));
        String mark = "{\"registrationMark\":\"" + car.mark().text() + "\"}";

        for (String path : List.of("/v1/audit-trail/search", "/v1/log/selections"))
            assertThat(service.postAs("auditor", at, path, mark).status()).isEqualTo(200);
        Answer done = service.postAs("auditor", at, "/v1/audit-trail/search", "{\"transactionId\":\"" + change + "\"}");
        assertThat(done.json().at("/entries/0/vehicleIds/0").asString())
                .as(done.text())
                .isEqualTo(car.id().text());

        assertThat(answer(keeper(SECOND, service.log.lastPosition()))
                        .get("disclosures")
                        .valueStream()
                        .map(look -> look.get("kind").asString()))
                .containsExactly("AUDIT_SEARCH", "LOG_SELECTION", "AUDIT_SEARCH");
    }

    @Test
    void what_is_to_be_told_later_shows_on_its_day_and_not_one_day_before() {
        registered();
        long told = service.log.append(car.looked(TODAY));
        long untold = service.log.append(car.looked(TODAY.plusDays(1)));

        assertThat(positions(keeper(FIRST, untold))).containsExactly(told);
        assertThat(positions(official("auditor", untold))).contains(told, untold);
        assertThat(positions(official("registrar", untold))).contains(told, untold);
    }

    @Test
    void a_keeper_sees_their_own_keepership_only_from_when_it_was_recorded() {
        registered();
        long before = service.log.append(car.looked(null));
        assertThat(positions(keeper(FIRST, before))).containsExactly(before);

        // told of eight months late: what was looked at meanwhile was the record of the seller
        service.log.append(
                car.sold(TestVehicle.person(service.log), TODAY.minusMonths(8).toString()), v5c(SECOND, "2026-01-01"));
        long after = service.log.append(car.looked(null));

        assertThat(positions(keeper(SECOND, after))).containsExactly(after);
        assertThat(keeper(FIRST, after).status()).as("the V5C of the seller").isEqualTo(404);
    }

    @Test
    void new_details_of_the_same_keeper_begin_nothing_anew() {
        registered();
        long before = service.log.append(car.looked(null));
        long changed = service.log.append(
                car.detailsChanged(TestVehicle.person(service.log), "2020-01-01"), v5c(SECOND, "2020-01-01"));
        assertThat(positions(keeper(SECOND, changed))).containsExactly(before);
    }

    @Test
    void in_the_trade_a_vehicle_has_no_keeper_and_shows_nobody_anything() {
        registered();
        service.log.append(car.looked(null));
        long disposed = service.log.append(car.disposed(service.log, "2020-01-01"));
        assertThat(positions(keeper(FIRST, disposed))).isEmpty();
    }

    @Test
    void a_look_at_another_vehicle_shows_to_nobody_here() {
        registered();
        long at = service.log.append(TestVehicle.registeredOn("2010-03-01").looked(null));
        assertThat(positions(keeper(FIRST, at))).isEmpty();
    }

    @Test
    void three_wrong_references_lock_the_mark_for_the_right_one_too() {
        long at = registered();
        for (int i = 0; i < 3; i++) {
            Answer wrong = keeper(SECOND, at);
            assertThat(wrong.status()).isEqualTo(404);
            assertThat(wrong.json().get("code").asString()).isEqualTo("VEHICLE_OR_DOCUMENT_NOT_MATCHED");
        }
        Answer locked = keeper(FIRST, at);
        assertThat(locked.status()).isEqualTo(423);
        assertThat(locked.json().get("code").asString()).isEqualTo("MARK_LOCKED");
        assertThat(Long.parseLong(locked.header("Retry-After"))).isBetween(590L, 600L);
        assertThat(Recorded.after(service, at)).as("looks").isEmpty();
        JsonNode attempts = service.postAs(
                        "auditor",
                        service.log.lastPosition(),
                        "/v1/attempts/search",
                        "{\"registrationMark\":\"" + car.mark().text() + "\"}")
                .json();
        assertThat(attempts).hasSize(3);
        assertThat(attempts.get(0).get("command").asString()).isEqualTo("disclosures");
    }

    @Test
    void a_right_reference_makes_wrong_ones_forgotten() {
        long at = registered();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 3; i++)
                if (i < 2) assertThat(keeper(SECOND, at).status()).isEqualTo(404);
            assertThat(keeper(FIRST, at).status()).isEqualTo(200);
        }
    }

    @Test
    void an_unknown_mark_answers_as_a_wrong_reference_does_and_counts_too() {
        TestVehicle nowhere = TestVehicle.registeredOn("2010-03-01");
        String body = question(nowhere, FIRST);
        long at = registered();
        Answer unknown = ask("citizen", at, body);
        Answer wrong = keeper(SECOND, at);
        assertThat(unknown.status()).isEqualTo(wrong.status()).isEqualTo(404);
        assertThat(unknown.json()).isEqualTo(wrong.json());
        ask("citizen", at, body);
        ask("citizen", at, body);
        assertThat(ask("citizen", at, body).status()).isEqualTo(423);
    }

    @Test
    void a_v5c_that_dies_while_the_record_is_read_opens_nothing() {
        long at = registered();
        AtomicInteger read = new AtomicInteger();
        KeeperDesk.Told<String> told = InARequest.ofACitizen(() -> service.bean(KeeperDesk.class)
                .ask(car.mark(), new DocumentReference(FIRST), Asked.nothingElse(), _ -> {
                    read.incrementAndGet();
                    service.log.append(
                            car.sold(TestVehicle.person(service.log), "2020-01-01"), v5c(SECOND, "2020-01-01"));
                    return "what the keeper may see";
                }));
        assertThat(told).isInstanceOf(KeeperDesk.Told.Refused.class);
        assertThat(read).hasValue(1);
        assertThat(Recorded.after(service, at)).isEmpty();
    }

    @Test
    void a_keepers_own_look_is_recorded_as_theirs() {
        long at = registered();
        answer(keeper(FIRST, at));
        RecordDisclosed look = Recorded.after(service, at).getFirst().look();
        assertThat(look.kind()).isEqualTo(DisclosureKind.DISCLOSURES);
        assertThat(look.purpose()).isEqualTo(DisclosurePurpose.OWN_RECORD);
        assertThat(look.vehicleId()).isEqualTo(car.id());
    }

    @Test
    void who_looks_at_who_looked_shows_at_the_next_look() {
        long at = registered();
        answer(official("auditor", at));
        List<Long> seen = positions(keeper(FIRST, service.log.lastPosition()));
        assertThat(seen).containsExactly(at + 1);
    }

    @Test
    void who_looked_stays_when_the_keeper_is_erased_and_names_nobody() {
        registered();
        long at = service.log.append(car.looked(null));
        service.database.rows("select log.erase_data_key('" + anna.details().keyId() + "')");

        Answer after = official("auditor", at);

        assertThat(positions(after)).containsExactly(at);
        assertThat(after.text())
                .doesNotContain(TestVehicle.SECRET_NAME)
                .doesNotContain(anna.details().keyId().toString());
        assertThat(service.database.rows(
                        "select payload::text || metadata::text from log.event where position >= " + at))
                .isNotEmpty()
                .noneMatch(text -> text.contains(TestVehicle.SECRET_NAME)
                        || text.contains(anna.details().keyId().toString()));
    }

    @Test
    void it_is_read_page_by_page() {
        registered();
        long first = service.log.append(car.looked(null));
        long hidden = service.log.append(car.looked(TODAY.plusDays(1)));
        long second = service.log.append(car.looked(null));
        String page = question(car, FIRST).replace("}", ",\"limit\":1,\"after\":%d}");

        JsonNode one = answer(ask("citizen", second, page.formatted(0)));
        assertThat(one.at("/disclosures/0/position").asLong()).isEqualTo(first);
        assertThat(one.get("next").asLong()).isEqualTo(first);
        JsonNode two = answer(ask("citizen", second, page.formatted(first)));
        assertThat(two.at("/disclosures/0/position").asLong()).isEqualTo(second).isNotEqualTo(hidden);
    }

    @Test
    void each_asks_with_what_is_theirs() {
        long at = registered();
        assertThat(ask("citizen", at, "{\"vehicleId\":\"" + car.id().text() + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(ask("auditor", at, question(car, FIRST)).status()).isEqualTo(400);
        assertThat(ask("enquirer", at, question(car, FIRST)).status()).isEqualTo(403);
    }

    private V5CIssued v5c(String number, String on) {
        String digest = LocalKeys.open(service.keys, false)
                .credentials()
                .text("v5c", car.id().text(), number);
        return new V5CIssued(
                car.id(), car.mark(), new Credential(digest, service.log.seal(number)), LocalDate.parse(on));
    }

    private Answer keeper(String reference, long position) {
        return ask("citizen", position, question(car, reference));
    }

    private Answer official(String role, long position) {
        return ask(role, position, "{\"vehicleId\":\"" + car.id().text() + "\"}");
    }

    private static String question(TestVehicle vehicle, String reference) {
        return "{\"registrationMark\":\"%s\",\"documentReference\":\"%s\"}"
                .formatted(vehicle.mark().text(), reference);
    }

    private Answer ask(String role, long position, String body) {
        return service.postAs(role, position, "/v1/disclosures/search", body);
    }

    private static JsonNode answer(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<Long> positions(Answer answer) {
        return answer(answer)
                .get("disclosures")
                .valueStream()
                .map(look -> look.get("position").asLong())
                .toList();
    }
}
