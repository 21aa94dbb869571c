package uk.vehicleregister.query.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.event.CaseAccepted;
import uk.vehicleregister.kernel.event.CaseOpened;
import uk.vehicleregister.kernel.event.CaseRefused;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.TestVehicle;

class CasesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-07-01");

    private final RunningService service = RunningService.shared();
    private final TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");

    @Test
    void an_application_stands_in_the_work_list_until_a_registrar_has_decided_it() {
        CaseOpened opened = opened();
        long position = service.log.append(opened.transactionId(), opened);
        JsonNode open = find(position, "OPEN", opened.caseId());
        assertThat(open.get("command").asString()).isEqualTo("retentions");
        assertThat(open.get("cause").asString()).isEqualTo("DIRECT_TO_PAPER");
        assertThat(open.get("registrationMark").asString())
                .isEqualTo(vehicle.mark().text());
        assertThat(open.get("applicant").asString()).isEqualTo("applicant-1");
        assertThat(open.has("decidedBy")).isFalse();

        long decided = service.log.appendBy(
                "registrar", "registrar-1", UUID.randomUUID(), new CaseRefused(opened.caseId(), "no papers", DAY));
        assertThat(find(decided, "OPEN", opened.caseId())).isNull();
        JsonNode refused = find(decided, "REFUSED", opened.caseId());
        assertThat(refused.get("decidedBy").asString()).isEqualTo("registrar-1");
        assertThat(refused.get("reason").asString()).isEqualTo("no papers");
        assertThat(refused.get("decidedOn").asString()).isEqualTo("2026-07-01");
    }

    @Test
    void a_case_opened_and_accepted_in_one_batch_is_one_row() {
        CaseOpened opened = opened();
        long position = service.log.append(opened, new CaseAccepted(opened.caseId(), "papers seen", DAY));
        assertThat(find(position, "ACCEPTED", opened.caseId())).isNotNull();
    }

    @Test
    void the_list_comes_page_by_page_oldest_first() {
        CaseOpened first = opened();
        CaseOpened second = opened();
        long position = service.log.append(first);
        long next = service.log.append(second);
        JsonNode page = ask(next, "{\"after\":" + (position - 1) + ",\"limit\":1}");
        assertThat(page).hasSize(1);
        assertThat(page.get(0).get("caseId").asString())
                .isEqualTo(first.caseId().toString());
        JsonNode rest = ask(next, "{\"after\":" + page.get(0).get("position").asLong() + "}");
        assertThat(rest.get(0).get("caseId").asString())
                .isEqualTo(second.caseId().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"state\":\"CLOSED\"}|state|NOT_A_KNOWN_WORD",
                "{\"state\":1}|state|WRONG_TYPE",
                "{\"after\":\"1\"}|after|WRONG_TYPE",
                "{\"after\":-2}|after|OUT_OF_RANGE",
                "{\"limit\":0}|limit|OUT_OF_RANGE",
                "{\"limit\":501}|limit|OUT_OF_RANGE",
                "{\"limit\":1.5}|limit|WRONG_TYPE",
                "{\"limit\":99999999999999999999}|limit|OUT_OF_RANGE",
                "{\"colour\":\"green\"}|colour|UNKNOWN_FIELD"
            })
    void a_malformed_question_is_told_what_and_where(String body, String field, String code) {
        RunningService.Answer answer =
                service.post("/v1/cases/search", body, "Authorization", "Bearer " + service.token("registrar"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(code);
    }

    private CaseOpened opened() {
        return new CaseOpened(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "retentions",
                RefusalCode.DIRECT_TO_PAPER,
                vehicle.id(),
                vehicle.mark(),
                service.log.seal("{}"),
                "applicant-1",
                "citizen",
                null,
                DAY);
    }

    private JsonNode find(long position, String state, UUID caseId) {
        return ask(position, "{\"state\":\"" + state + "\",\"limit\":500}")
                .valueStream()
                .filter(row -> row.get("caseId").asString().equals(caseId.toString()))
                .findFirst()
                .orElse(null);
    }

    private JsonNode ask(long position, String body) {
        RunningService.Answer answer = service.postAs("registrar", position, "/v1/cases/search", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
