package uk.vehicleregister.query.vehiclehistory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.RunningService.Answer;
import uk.vehicleregister.query.TestVehicle;

/// The history after corrections, and tax, SORN and MOT in it: as on a date, as believed before.
class CorrectedHistoryTest {

    private final RunningService service = RunningService.shared();
    private final SealedKeeper anna = TestVehicle.person(service.log);
    private final SealedKeeper ben = TestVehicle.person(service.log);
    private final SealedKeeper carl = TestVehicle.person(service.log);
    private final SealedKeeper dora = TestVehicle.person(service.log);
    private long position;

    /// The worked table of docs/adr/0007 on corrections, which goes on from the one above.
    @Test
    void corrections_as_on_a_date_and_as_believed_before() {
        TestVehicle car = TestVehicle.registeredOn("2020-01-10");
        service.log.append(car.registered(anna), car.issued());
        service.log.append(car.sold(ben, "2024-02-20"));
        long carls = service.log.append(car.sold(carl, "2024-02-01"));
        long disposal = service.log.append(car.disposed(service.log, "2024-02-01"));
        service.log.append(car.acquired(service.log, dora, "2024-04-20"));
        service.log.append(car.corrected(disposal, null, "2024-03-01"));
        service.log.append(car.reversed(carls, "2024-02-01"));
        position = service.log.append(car.corrected(carls, dora, "2024-02-10"));
        JsonNode events = ask(car, "").get("events");
        String[] known = new String[4];
        for (int i = 0; i < 4; i++)
            known[i] = events.get(4 + i).get("recordedAt").asString();

        String[][] table = {
            //          01-31   02-01    02-10    02-20    02-29    03-01    04-19    04-20
            {"known 4", "anna", "trade", "trade", "trade", "trade", "trade", "trade", "dora"},
            {"known 5", "anna", "carl", "carl", "carl", "carl", "trade", "trade", "dora"},
            {"known 6", "anna", "anna", "anna", "ben", "ben", "trade", "trade", "dora"},
            {"known 7", "anna", "anna", "dora", "dora", "dora", "trade", "trade", "dora"},
        };
        String[] dates = {
            "2024-01-31",
            "2024-02-01",
            "2024-02-10",
            "2024-02-20",
            "2024-02-29",
            "2024-03-01",
            "2024-04-19",
            "2024-04-20"
        };
        assertKeepers(car, known, dates, table);
    }

    @Test
    void corrected_details_are_told_from_when_they_were_corrected() {
        TestVehicle car = TestVehicle.registeredOn("2020-01-10");
        long first = service.log.append(car.registered(anna));
        position = service.log.append(car.repainted(first, "GREEN"));
        String before = ask(car, "").get("events").get(0).get("recordedAt").asString();

        assertThat(ask(car, ",\"effectiveAt\":\"2020-01-10\"")
                        .get("state")
                        .get("colour")
                        .asString())
                .isEqualTo("GREEN");
        assertThat(ask(car, ",\"recordedAt\":\"" + before + "\"")
                        .get("state")
                        .get("colour")
                        .asString())
                .isEqualTo("BLUE");
    }

    @Test
    void tax_sorn_and_mot_are_those_of_the_date_as_known_then() {
        TestVehicle car = TestVehicle.registeredOn("2020-01-10");
        position = service.log.append(car.registered(anna), car.issued());
        assertThat(ask(car, ",\"effectiveAt\":\"2026-01-01\"").get("state").has("licensing"))
                .isFalse();
        service.log.append(car.taxed("2025-04-01", "2026-03-31"));
        service.log.append(car.passed("2025-05-01", "2026-04-30"));
        position = service.log.append(car.offRoad("2026-02-01"));
        String beforeSorn = ask(car, "").get("events").get(2).get("recordedAt").asString();

        assertThat(licensing(car, ",\"effectiveAt\":\"2026-01-31\""))
                .isEqualTo("{\"taxStatus\":\"TAXED\",\"taxedUntil\":\"2026-03-31\",\"motStatus\":\"VALID\","
                        + "\"motExpiresOn\":\"2026-04-30\"}");
        assertThat(licensing(car, ",\"effectiveAt\":\"2026-02-01\""))
                .isEqualTo("{\"taxStatus\":\"SORN\",\"sornFrom\":\"2026-02-01\",\"offRoadSince\":\"2026-02-01\","
                        + "\"motStatus\":\"VALID\",\"motExpiresOn\":\"2026-04-30\"}");
        assertThat(licensing(car, ",\"effectiveAt\":\"2026-02-01\",\"recordedAt\":\"" + beforeSorn + "\""))
                .isEqualTo("{\"taxStatus\":\"TAXED\",\"taxedUntil\":\"2026-03-31\",\"motStatus\":\"VALID\","
                        + "\"motExpiresOn\":\"2026-04-30\"}");
        assertThat(licensing(car, ",\"effectiveAt\":\"2026-05-01\"")).contains("\"motStatus\":\"NOT_VALID\"");
        assertThat(licensing(car, ""))
                .isEqualTo("{\"taxedUntil\":\"2026-01-31\",\"sornFrom\":\"2026-02-01\",\"offRoadSince\":\"2026-02-01\","
                        + "\"motExpiresOn\":\"2026-04-30\"}");
    }

    private String licensing(TestVehicle car, String more) {
        return ask(car, more).get("state").get("licensing").toString();
    }

    private void assertKeepers(TestVehicle car, String[] known, String[] dates, String[][] table) {
        for (int row = 0; row < table.length; row++)
            for (int column = 0; column < dates.length; column++)
                assertThat(keeper(ask(
                                car,
                                ",\"effectiveAt\":\"%s\",\"recordedAt\":\"%s\"".formatted(dates[column], known[row]))))
                        .as(table[row][0] + " on " + dates[column])
                        .isEqualTo(table[row][column + 1]);
    }

    private String keeper(JsonNode answer) {
        JsonNode keeper = answer.get("state").get("keeper");
        if (keeper.isNull()) return answer.get("state").has("inTradeSince") ? "trade" : "nobody";
        String id = keeper.get("id").asString();
        if (id.equals(anna.details().keyId().toString())) return "anna";
        if (id.equals(ben.details().keyId().toString())) return "ben";
        if (id.equals(carl.details().keyId().toString())) return "carl";
        if (id.equals(dora.details().keyId().toString())) return "dora";
        return id;
    }

    private JsonNode ask(TestVehicle car, String more) {
        Answer answer = answer(car, more);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private Answer answer(TestVehicle car, String more) {
        return service.postAs(
                "auditor",
                position,
                "/v1/vehicle-history",
                "{\"vehicleId\":\"%s\"%s}".formatted(car.id().text(), more));
    }
}
