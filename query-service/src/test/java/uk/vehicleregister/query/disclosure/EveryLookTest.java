package uk.vehicleregister.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import uk.vehicleregister.kernel.disclosure.DisclosureKind;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.RunningService.Answer;
import uk.vehicleregister.query.TestVehicle;

/// Over all mapped endpoints: each records what it shows of a record, or is listed here as showing nothing of one
/// (docs/security.md tells why).
class EveryLookTest {

    private static final Set<String> SHOWS_NO_RECORD = Set.of(
            "/error",
            "/vehicle-enquiry/v1/vehicles",
            "/v1/batches/{batchId}",
            "/v1/cases/search",
            "/v1/log/checkpoint",
            "/v1/log/key",
            "/v1/log/position",
            "/v1/log/proofs",
            "/v1/log/tile/{*path}",
            "/v1/outbox/retries",
            "/v1/outbox/search",
            "/v1/projection-rebuilds",
            "/v1/stock/search",
            "/v1/transactions/{transactionId}",
            "/v1/transactions/{transactionId}/receipt");

    private final RunningService service = RunningService.shared();

    @Test
    void every_endpoint_records_who_looks_or_shows_no_record() {
        Set<String> silent = new TreeSet<>();
        methods()
                .filter(method -> !method.hasMethodAnnotation(Discloses.class))
                .forEach(method -> silent.add(path(method)));
        assertThat(silent).isEqualTo(new TreeSet<>(SHOWS_NO_RECORD));
    }

    @Test
    void every_endpoint_that_says_so_has_its_look_on_the_log_before_it_is_answered() {
        TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");
        service.log.append(
                vehicle.registered(null), vehicle.v5c(service.log, "11111111111", "2010-03-01"), vehicle.issued());
        long last = service.log.lastPosition();
        String id = "{\"vehicleId\":\"" + vehicle.id().text() + "\"}";
        Map<DisclosureKind, Call> calls = new HashMap<>();
        calls.put(DisclosureKind.VEHICLE_HISTORY, new Call("auditor", "/v1/vehicle-history", id));
        calls.put(
                DisclosureKind.MARK_HISTORY,
                new Call(
                        "auditor",
                        "/v1/mark-history",
                        "{\"registrationMark\":\"" + vehicle.mark().text() + "\"}"));
        calls.put(DisclosureKind.DOCUMENTS, new Call("registrar", "/v1/documents/search", id));
        calls.put(DisclosureKind.LETTERS, new Call("registrar", "/v1/letters/search", id));
        calls.put(DisclosureKind.PRINTED_DOCUMENT, new Call("registrar", "/v1/documents/" + (last - 1), null));
        calls.put(
                DisclosureKind.LOG_EVENTS,
                new Call("auditor", "/v1/log/events?from=" + (last - 1) + "&upTo=" + last, null));
        calls.put(DisclosureKind.ATTEMPTS, new Call("auditor", "/v1/attempts/search", "{}"));
        calls.put(
                DisclosureKind.ATTACKED_MARKS,
                new Call("operator", "/v1/attacked-marks/search", "{\"since\":\"2020-01-01T00:00:00Z\"}"));
        calls.put(DisclosureKind.KEEPER_HISTORY, new Call("auditor", "/v1/keeper-history", id));
        calls.put(DisclosureKind.AUDIT_SEARCH, new Call("auditor", "/v1/audit-trail/search", id));
        calls.put(DisclosureKind.DISCLOSURES, new Call("auditor", "/v1/disclosures/search", id));
        assertThat(methods()
                        .filter(method -> method.hasMethodAnnotation(Discloses.class))
                        .map(method ->
                                method.getMethodAnnotation(Discloses.class).value()))
                .as("whatever discloses is called here")
                .hasSize(calls.size() + 1) // a proof of a look is a look at looks too
                .containsAll(calls.keySet())
                .isSubsetOf(calls.keySet());

        calls.forEach((kind, call) -> {
            long before = service.log.lastPosition();
            Answer answer = call.send(service, last);
            assertThat(answer.status()).as(kind + answer.text()).isEqualTo(200);

            List<Recorded> looks = Recorded.after(service, before);
            assertThat(looks).as(kind.name()).hasSize(1);
            Recorded look = looks.getFirst();
            assertThat(look.look().kind()).isEqualTo(kind);
            assertThat(look.stream()).startsWith("disclosure-");
            assertThat(look.metadata().get("role").asString()).isEqualTo(call.role());
            assertThat(look.metadata().get("actor").asString()).isEqualTo(service.pseudonym());
            assertThat(look.metadata().get("transactionId").asString()).isEqualTo(answer.header("Register-Disclosure"));
            boolean isAboutOne = !Set.of(
                            DisclosureKind.LOG_EVENTS, DisclosureKind.ATTEMPTS, DisclosureKind.ATTACKED_MARKS)
                    .contains(kind);
            assertThat(look.look().vehicleId()).as(kind.name()).isEqualTo(isAboutOne ? vehicle.id() : null);
        });
    }

    @Test
    void what_is_not_shown_is_not_recorded() {
        TestVehicle unknown = TestVehicle.registeredOn("2010-03-01");
        long before = service.log.lastPosition();
        String id = "{\"vehicleId\":\"" + unknown.id().text() + "\"}";

        assertThat(service.postAs("auditor", before, "/v1/vehicle-history", id).status())
                .isEqualTo(404);
        assertThat(service.postAs("citizen", before, "/v1/vehicle-history", id).status())
                .isEqualTo(403);
        assertThat(service.postAs("auditor", before, "/v1/vehicle-history", "{}")
                        .status())
                .isEqualTo(400);
        assertThat(service.get(
                                "/v1/log/events?from=" + (before + 1),
                                "Authorization",
                                "Bearer " + service.token("auditor"))
                        .text())
                .isEmpty();
        assertThat(Recorded.after(service, before)).isEmpty();
    }

    @Test
    void one_answer_about_two_vehicles_is_a_look_at_each_in_one_transaction() {
        TestVehicle first = TestVehicle.registeredOn("2010-03-01");
        TestVehicle second = TestVehicle.registeredOn("2011-03-01");
        service.log.append(first.registered(null), first.issued());
        service.log.append(second.registered(null), second.issued());
        long position =
                service.log.append(first.transferred(service.log, second, TestVehicle.nextMark(), "2020-01-01"));

        Answer answer = service.postAs(
                "auditor",
                position,
                "/v1/mark-history",
                "{\"registrationMark\":\"" + first.mark().text() + "\",\"effectiveAt\":\"2021-01-01\"}");

        List<Recorded> looks = Recorded.after(service, position);
        assertThat(looks)
                .extracting(look -> look.look().vehicleId())
                .containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(looks).allSatisfy(look -> {
            assertThat(look.look().mark()).isEqualTo(first.mark());
            assertThat(look.look().asked()).isEqualTo("effectiveAt=2021-01-01");
            assertThat(look.metadata().get("transactionId").asString()).isEqualTo(answer.header("Register-Disclosure"));
        });
    }

    private record Call(String role, String path, String body) {

        Answer send(RunningService service, long position) {
            return body == null
                    ? service.get(path, "Authorization", "Bearer " + service.token(role))
                    : service.postAs(role, position, path, body);
        }
    }

    private Stream<HandlerMethod> methods() {
        return service.beans(RequestMappingInfoHandlerMapping.class)
                .filter(mapping -> !mapping.getClass().getPackageName().contains("actuate"))
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(method -> !method.getBeanType().getPackageName().startsWith("org.springdoc."));
    }

    private static String path(HandlerMethod method) {
        return AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class)
                .path()[0];
    }
}
