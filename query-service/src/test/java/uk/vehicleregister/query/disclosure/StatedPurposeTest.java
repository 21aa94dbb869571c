package uk.vehicleregister.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.disclosure.DisclosurePurpose;
import uk.vehicleregister.kernel.event.RecordDisclosed;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.RunningService.Answer;
import uk.vehicleregister.query.TestVehicle;

class StatedPurposeTest {

    private final RunningService service = RunningService.shared();
    private final TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");
    private final long position = service.log.append(vehicle.registered(null), vehicle.issued());

    @Test
    void without_a_purpose_a_role_looks_for_what_it_is_there_for() {
        assertThat(recorded(ask("auditor", "/v1/vehicle-history")).purpose()).isEqualTo(DisclosurePurpose.AUDIT);
        assertThat(recorded(ask("registrar", "/v1/documents/search")).purpose()).isEqualTo(DisclosurePurpose.CASE_WORK);
    }

    @Test
    void a_purpose_and_its_file_are_recorded_and_the_keeper_may_see_it_at_once() {
        RecordDisclosed look = recorded(ask(
                "registrar",
                "/v1/documents/search",
                "Register-Purpose",
                "SUBJECT_REQUEST",
                "Register-Purpose-Reference",
                "SAR-2026/0042"));
        assertThat(look.purpose()).isEqualTo(DisclosurePurpose.SUBJECT_REQUEST);
        assertThat(look.reference()).isEqualTo("SAR-2026/0042");
        assertThat(look.notToldBefore()).isNull();
    }

    @Test
    void law_enforcement_names_its_file_and_is_told_twelve_months_later() {
        Answer refused = ask("auditor", "/v1/vehicle-history", "Register-Purpose", "LAW_ENFORCEMENT");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("Register-Purpose-Reference");
        assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("REQUIRED");

        RecordDisclosed look = recorded(ask(
                "auditor",
                "/v1/vehicle-history",
                "Register-Purpose",
                "LAW_ENFORCEMENT",
                "Register-Purpose-Reference",
                "OP-7"));
        assertThat(look.notToldBefore()).isEqualTo(look.disclosedOn().plusMonths(12));
    }

    @Test
    void how_much_later_is_a_setting() {
        try (RunningService other = RunningService.with(
                Map.of("register.disclosures.deferred-months", "3", "register.today", "2026-11-30"))) {
            long at = other.log.append(vehicle.registered(null), vehicle.issued());
            other.post(
                    "/v1/vehicle-history",
                    question(),
                    "Authorization",
                    "Bearer " + other.token("auditor"),
                    "If-Position-At-Least",
                    "" + at,
                    "Register-Purpose",
                    "LAW_ENFORCEMENT",
                    "Register-Purpose-Reference",
                    "OP-7");
            assertThat(Recorded.after(other, at).getFirst().look().notToldBefore())
                    .isEqualTo(LocalDate.parse("2027-02-28"));
        }
    }

    @Test
    void what_is_no_purpose_or_no_file_is_refused_before_anything_is_looked_up() {
        long before = service.log.lastPosition();
        assertFault(ask("auditor", "/v1/vehicle-history", "Register-Purpose", "CURIOSITY"), "NOT_A_KNOWN_WORD");
        assertFault(ask("auditor", "/v1/vehicle-history", "Register-Purpose", "OWN_RECORD"), "NOT_A_KNOWN_WORD");
        assertFault(ask("citizen", "/v1/disclosures/search", "Register-Purpose", "AUDIT"), "NOT_A_KNOWN_WORD");
        for (String reference : new String[] {"Mrs Smith", "", "-1", "a".repeat(41), "x;y"})
            assertFault(ask("auditor", "/v1/vehicle-history", "Register-Purpose-Reference", reference), "MALFORMED");
        assertThat(ask("auditor", "/v1/vehicle-history", "Register-Purpose-Reference", "a".repeat(40))
                        .status())
                .isEqualTo(200);
        assertThat(Recorded.after(service, before)).hasSize(1);
    }

    private static void assertFault(Answer answer, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        JsonNode faults = answer.json().get("errors");
        assertThat(faults.get(0).get("code").asString()).isEqualTo(code);
    }

    private RecordDisclosed recorded(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Recorded.after(service, position).getLast().look();
    }

    private Answer ask(String role, String path, String... headers) {
        String[] all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + service.token(role);
        all[headers.length + 2] = "If-Position-At-Least";
        all[headers.length + 3] = "" + position;
        return service.post(path, question(), all);
    }

    private String question() {
        return "{\"vehicleId\":\"" + vehicle.id().text() + "\"}";
    }
}
