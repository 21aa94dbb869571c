package uk.vehicleregister.query.audittrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.event.AttemptRefused;
import uk.vehicleregister.kernel.event.AuthorityGranted;
import uk.vehicleregister.kernel.event.EventCatalogue;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.RunningService.Answer;
import uk.vehicleregister.query.TestVehicle;
import uk.vehicleregister.query.audit.Named;

class AuditTrailTest {

    private final RunningService service = RunningService.shared();
    private final TestVehicle car = TestVehicle.registeredOn("2020-01-10");
    private final String actor = "actor-" + UUID.randomUUID();
    private long position;

    @Test
    void by_vehicle_with_what_its_marks_say_of_it_and_what_is_beside() {
        append(car.registered(TestVehicle.person(service.log)), car.issued());
        append(car.retained(service.log, TestVehicle.nextMark(), "1-11111-111111-X", "2021-06-01"));
        append(car.caseOpened(service.log));

        assertThat(types("\"vehicleId\":\"%s\"".formatted(car.id().text())))
                .containsExactly(
                        "VehicleRegistered",
                        "MarkIssued",
                        "MarkRetained",
                        "EntitlementGranted",
                        "MarkIssued",
                        "V5CIssued",
                        "CaseOpened");
    }

    @Test
    void by_mark_with_the_vehicles_that_name_it_and_the_attempts_on_it() {
        append(car.registered(TestVehicle.person(service.log)), car.issued());
        append(car.refused(RefusalCode.NO_KEEPER));
        append(car.sold(TestVehicle.person(service.log), "2021-01-01"));

        assertThat(types("\"registrationMark\":\"%s\"".formatted(car.mark().display())))
                .containsExactly("VehicleRegistered", "MarkIssued", "AttemptRefused");
    }

    @Test
    void by_actor_applicant_and_reviewer() {
        append(car.registered(TestVehicle.person(service.log)), car.issued());
        String reviewer = "reviewer-" + UUID.randomUUID();
        appendAs(
                "\"role\":\"citizen\",\"actor\":\"%s\",\"reviewedBy\":\"%s\"".formatted(actor, reviewer),
                car.sold(TestVehicle.person(service.log), "2021-01-01"),
                car.v5c(service.log, "22222222222", "2021-01-01"));
        appendAs(
                "\"role\":\"register\",\"actor\":\"register\",\"appliedBy\":\"%s\",\"appliedAs\":\"citizen\",\"aside\":true"
                        .formatted(actor),
                car.sold(TestVehicle.person(service.log), "2021-02-01"));

        assertThat(types("\"actor\":\"%s\"".formatted(actor)))
                .containsExactly("VehicleRegistered", "MarkIssued", "KeeperChanged", "V5CIssued", "KeeperChanged");
        JsonNode entry = entries("\"actor\":\"%s\"".formatted(reviewer)).get(0);
        assertThat(entry.get("reviewedBy").asString()).isEqualTo(reviewer);
        assertThat(entry.at("/actor/id").asString()).isEqualTo(actor);
        assertThat(entries("\"actor\":\"%s\"".formatted(actor))
                        .get(4)
                        .at("/appliedBy/id")
                        .asString())
                .isEqualTo(actor);
        assertThat(entry.toString()).doesNotContain(TestVehicle.SECRET_NAME, "keeper\"");
    }

    @Test
    void by_intermediary_who_did_it_or_was_given_authority_to() {
        append(new AuthorityGranted(
                UUID.randomUUID(),
                car.id(),
                actor,
                List.of("retentions"),
                UUID.randomUUID(),
                "keeper-1",
                "digest",
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2027-01-01")));
        append(car.registered(TestVehicle.person(service.log)));
        UUID authority = UUID.randomUUID();
        appendAs(
                "\"role\":\"dealer\",\"actor\":\"%s\",\"onBehalfOf\":{\"authorityId\":\"%s\",\"keeperId\":\"%s\"}"
                        .formatted(actor, authority, UUID.randomUUID()),
                car.disposed(service.log, "2021-01-01"));

        List<JsonNode> found = entries("\"intermediary\":\"%s\"".formatted(actor));
        assertThat(found.stream().map(AuditTrailTest::type)).containsExactly("AuthorityGranted", "DisposedToTrade");
        assertThat(found.get(1).at("/onBehalfOf/authorityId").asString()).isEqualTo(authority.toString());
    }

    @Test
    void by_transaction_also_where_its_events_were_recorded_apart() {
        UUID transaction = UUID.randomUUID();
        service.log.append(transaction, car.registered(TestVehicle.person(service.log)), car.issued());
        append(car.sold(TestVehicle.person(service.log), "2021-01-01"));
        position = service.log.append(transaction, car.disposed(service.log, "2022-01-01"));

        assertThat(types("\"transactionId\":\"%s\"".formatted(transaction)))
                .containsExactly("VehicleRegistered", "MarkIssued", "DisposedToTrade");
        assertThat(types("\"transactionId\":\"%s\"".formatted(UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    void by_refusal_code_and_with_all_terms_together() {
        append(car.registered(TestVehicle.person(service.log)), car.issued());
        append(car.refused(RefusalCode.Q_MARK));
        append(car.refused(RefusalCode.NO_KEEPER));
        position = service.log.append(UUID.randomUUID(), car.refused(RefusalCode.NO_KEEPER));

        assertThat(entries("\"refusalCode\":\"Q_MARK\",\"actor\":\"%s\"".formatted(actor)))
                .hasSize(1)
                .first()
                .satisfies(entry -> {
                    assertThat(entry.get("code").asString()).isEqualTo("Q_MARK");
                    assertThat(entry.get("registrationMarks").get(0).asString())
                            .isEqualTo(car.mark().text());
                });
        assertThat(entries("\"refusalCode\":\"NO_KEEPER\",\"actor\":\"%s\",\"registrationMark\":\"%s\""
                        .formatted(actor, car.mark().text())))
                .hasSize(1);
        assertThat(entries("\"refusalCode\":\"NO_KEEPER\",\"registrationMark\":\"%s\""
                        .formatted(car.mark().text())))
                .hasSize(2);
    }

    @Test
    void by_period_from_then_on_and_until_before() {
        long first = append(car.registered(TestVehicle.person(service.log)), car.issued());
        long second = append(car.sold(TestVehicle.person(service.log), "2021-01-01"));
        long third = append(car.sold(TestVehicle.person(service.log), "2022-01-01"));
        String vehicle = "\"vehicleId\":\"%s\"".formatted(car.id().text());
        List<JsonNode> all = entries(vehicle);
        String from = all.get(2).get("recordedAt").asString();
        String until = all.get(3).get("recordedAt").asString();

        String period = "\"from\":\"%s\",\"until\":\"%s\"".formatted(from, until);
        assertThat(positions(entries(vehicle + "," + period))).containsExactly(second);
        assertThat(positions(entries("\"actor\":\"%s\",\"from\":\"%s\"".formatted(actor, from))))
                .containsExactly(second, third);
        assertThat(positions(entries("\"actor\":\"%s\",\"until\":\"%s\"".formatted(actor, from))))
                .containsExactly(first - 1, first);
        assertThat(positions(entries(period))).contains(second).doesNotContain(first, third);
    }

    @Test
    void page_by_page_nothing_is_missed_and_nothing_comes_twice() {
        append(car.registered(TestVehicle.person(service.log)), car.issued());
        for (int year = 2021; year < 2026; year++)
            append(
                    car.sold(TestVehicle.person(service.log), year + "-01-01"),
                    car.v5c(service.log, "22222222222", year + "-01-01"));
        List<JsonNode> entries = entries("\"actor\":\"%s\"".formatted(actor));
        List<Long> all = positions(entries);
        assertThat(all).hasSize(12);
        // Each page is a look at the vehicle, and so an entry of a later page: the period keeps them out.
        String last = entries.getLast().get("recordedAt").asString();
        String until = java.time.Instant.parse(last).plusNanos(1_000).toString();
        for (String terms : List.of(
                "\"actor\":\"%s\"".formatted(actor),
                "\"vehicleId\":\"%s\",\"until\":\"%s\"".formatted(car.id().text(), until)))
            for (int limit = 1; limit <= 13; limit++) {
                List<Long> seen = new ArrayList<>();
                Long after = -1L;
                while (after != null) {
                    JsonNode page = ask("{%s,\"after\":%d,\"limit\":%d}".formatted(terms, after, limit))
                            .json();
                    List<Long> positions =
                            positions(page.get("entries").valueStream().toList());
                    assertThat(positions.size()).isLessThanOrEqualTo(limit);
                    seen.addAll(positions);
                    after = page.has("next") ? page.get("next").asLong() : null;
                    assertThat(after == null || after.equals(positions.getLast()))
                            .isTrue();
                }
                assertThat(seen).as("%s by %d", terms, limit).isEqualTo(all);
            }
        for (int limit = 1; limit <= 13; limit++) {
            List<Long> byTime = new ArrayList<>();
            Long after = all.getFirst() - 1;
            while (after != null && after < position) {
                JsonNode page = ask("{\"after\":%d,\"limit\":%d}".formatted(after, limit))
                        .json();
                byTime.addAll(positions(page.get("entries").valueStream().toList()));
                after = page.has("next") ? page.get("next").asLong() : null;
            }
            assertThat(byTime).as("by %d", limit).startsWith(all.toArray(Long[]::new));
        }
    }

    @Test
    void rows_of_an_import_are_found_by_vehicle_and_mark_and_leave_no_row() {
        position = service.log.appendAside(
                UUID.randomUUID(), car.registered(TestVehicle.person(service.log)), car.issued());
        assertThat(types("\"vehicleId\":\"%s\"".formatted(car.id().text())))
                .containsExactly("VehicleRegistered", "MarkIssued");
        assertThat(types("\"registrationMark\":\"%s\"".formatted(car.mark().text())))
                .containsExactly("VehicleRegistered", "MarkIssued");
        assertThat(service.database.rows("select count(*) from read.audit_trail where position between %d and %d"
                        .formatted(position - 1, position)))
                .containsExactly("0");
    }

    @Test
    void a_search_is_a_look_and_is_found_by_the_next() {
        append(car.registered(TestVehicle.person(service.log)), car.issued());
        String vehicle = "\"vehicleId\":\"%s\"".formatted(car.id().text());
        assertThat(types(vehicle)).containsExactly("VehicleRegistered", "MarkIssued");
        position = service.log.lastPosition();
        List<JsonNode> found = entries(vehicle);
        assertThat(found.stream().map(AuditTrailTest::type))
                .containsExactly("VehicleRegistered", "MarkIssued", "RecordDisclosed");
        assertThat(found.getLast().at("/actor/id").asString()).isEqualTo(service.pseudonym());
    }

    @Test
    void no_kind_of_event_is_forgotten() {
        var families = service.bean(AuditTrailProjection.class).families();
        assertThat(EventCatalogue.all().stream()
                        .filter(kind -> families.stream().noneMatch(family -> family.isAssignableFrom(kind))))
                .containsExactlyInAnyOrder(V5CIssued.class, MarkIssued.class);
        assertThat(Named.code(new AttemptRefused(
                        UUID.randomUUID(), "retentions", null, RefusalCode.Q_MARK, LocalDate.parse("2026-01-01"))))
                .contains(RefusalCode.Q_MARK);
    }

    @Test
    void a_question_is_read_strictly() {
        for (String body : List.of(
                "[]",
                "{\"actor\":\"a b\"}",
                "{\"refusalCode\":\"NO_SUCH\"}",
                "{\"transactionId\":\"1\"}",
                "{\"limit\":0}",
                "{\"limit\":1001}",
                "{\"after\":-2}",
                "{\"from\":\"yesterday\"}",
                "{\"more\":1}")) assertThat(ask(body).status()).as(body).isEqualTo(400);
    }

    private long append(uk.vehicleregister.kernel.event.Fact... facts) {
        return position = service.log.appendBy("citizen", actor, UUID.randomUUID(), facts);
    }

    private void appendAs(String metadata, uk.vehicleregister.kernel.event.Fact... facts) {
        position = service.log.append("{\"transactionId\":\"%s\",%s}".formatted(UUID.randomUUID(), metadata), facts);
    }

    private List<String> types(String terms) {
        return entries(terms).stream().map(AuditTrailTest::type).toList();
    }

    private static String type(JsonNode entry) {
        return entry.get("type").asString();
    }

    private static List<Long> positions(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.get("position").asLong()).toList();
    }

    private List<JsonNode> entries(String terms) {
        Answer answer = ask("{" + terms + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("entries").valueStream().toList();
    }

    private Answer ask(String body) {
        return service.postAs("auditor", position, "/v1/audit-trail/search", body);
    }
}
