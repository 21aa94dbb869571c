package uk.vehicleregister.command.vehicle.register;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.keeperChange;
import static uk.vehicleregister.command.Bodies.map;
import static uk.vehicleregister.command.Bodies.with;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.mark.AgeAppropriateMarks;

class ImportHttpTest {

    private final RunningService service = RunningService.shared();

    @Test
    void rows_are_loaded_once_and_known_again() {
        Map<String, Object> one = row(2);
        Map<String, Object> two = row(3);
        assertThat(outcomes(load(one, two))).containsExactly("LOADED", "LOADED");
        long position = service.log().lastPosition();
        assertThat(outcomes(load(one, two))).containsExactly("UNCHANGED", "UNCHANGED");
        assertThat(service.log().lastPosition()).isEqualTo(position);
    }

    @Test
    void a_loaded_vehicle_can_be_sold_with_the_v5c_it_came_with() {
        Map<String, Object> row = with(row(2), "documentReference", "40404040404");
        assertThat(outcomes(load(row))).containsExactly("LOADED");
        Answer sold = service.post(
                "/v1/keeper-changes", Role.CITIZEN, keeperChange((String) row.get("registrationMark"), "40404040404"));
        assertThat(sold.status()).isEqualTo(201);
        assertThat(outcomes(load(row)))
                .as("what happened since does not matter")
                .containsExactly("UNCHANGED");
    }

    @ParameterizedTest
    @CsvSource({
        "make, SKODA",
        "keeperSince, 2021-01-01",
        "lastName, Smith",
        "addressLine1, 1 Other Street",
        "documentReference, 10101010101",
        "postcode, SA1***",
        "euroStatus, EURO6"
    })
    void a_row_that_tells_something_else_of_a_known_vehicle_is_rejected(String column, String other) {
        Map<String, Object> row = with(row(2), "documentReference", "40404040404");
        load(row);
        JsonNode result = load(with(row, column, other)).body().get("results").get(0);
        assertThat(result.get("outcome").stringValue()).isEqualTo("REJECTED");
        assertThat(result.get("code").stringValue()).isEqualTo("VIN_ALREADY_REGISTERED");
    }

    @ParameterizedTest
    @CsvSource({
        "vin, I0000000000000000, vin",
        "yearOfManufacture, 2060, yearOfManufacture",
        "engineCapacity, 0, engineCapacity",
        "engineCapacity, 1.4, engineCapacity",
        "keeperType, OWNER, keeperType",
        "registrationMark, AB-12, registrationMark",
        "dateOfFirstRegistration, 2020-02-30, dateOfFirstRegistration",
        "postcode, NOWHERE, postcode",
        "businessName, BOTH LTD, businessName",
        "keeperSince, 2018-01-01, keeperSince",
        "surprise, x, surprise"
    })
    void a_broken_row_is_rejected_with_its_column_and_the_others_are_loaded(
            String column, String broken, String named) {
        JsonNode results = load(with(row(2), column, broken), row(3)).body().get("results");
        assertThat(results.get(0).get("outcome").stringValue()).isEqualTo("REJECTED");
        assertThat(results.get(0).get("reason").stringValue()).contains(named);
        assertThat(results.get(1).get("outcome").stringValue()).isEqualTo("LOADED");
    }

    @Test
    void a_postcode_may_be_blank_or_partial_and_a_vehicle_may_be_in_the_trade() {
        Map<String, Object> inTrade = row(4);
        for (String column : List.of("title", "firstNames", "lastName", "addressLine1", "postTown", "postcode")) {
            inTrade.put(column, "");
        }
        inTrade.put("keeperType", "NONE");
        assertThat(outcomes(load(with(row(2), "postcode", ""), with(row(3), "postcode", "SA6***"), inTrade)))
                .containsExactly("LOADED", "LOADED", "LOADED");
    }

    @Test
    void of_two_rows_for_one_mark_the_earlier_is_loaded() {
        Map<String, Object> one = row(2);
        Map<String, Object> two = with(row(3), "registrationMark", one.get("registrationMark"));
        JsonNode results = load(one, two).body().get("results");
        assertThat(results.get(0).get("outcome").stringValue()).isEqualTo("LOADED");
        assertThat(results.get(1).get("code").stringValue()).isEqualTo("MARK_NOT_AVAILABLE");
    }

    @Test
    void rows_that_several_load_at_once_are_loaded_once_all_the_same() {
        List<Map<String, Object>> rows =
                IntStream.range(2, 102).mapToObj(ImportHttpTest::row).toList();
        long before = service.log().lastPosition();
        List<Answer> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = IntStream.range(0, 4).mapToObj(_ -> threads.submit(() -> load(rows))).toList().stream()
                    .map(ImportHttpTest::answer)
                    .toList();
        }

        Map<String, Long> outcomes = answers.stream()
                .flatMap(answer -> outcomes(answer).stream())
                .collect(Collectors.groupingBy(outcome -> outcome, Collectors.counting()));
        assertThat(outcomes).isEqualTo(Map.of("LOADED", 100L, "UNCHANGED", 300L));
        Set<String> vins = rows.stream().map(row -> (String) row.get("vin")).collect(Collectors.toSet());
        assertThat(service.log().after(before, 10_000))
                .filteredOn(event -> event.type().equals("VehicleRegistered")
                        && vins.stream().anyMatch(event.payload()::contains))
                .hasSize(100);
    }

    @Test
    void a_thousand_rows_are_the_most_at_a_time() {
        Map<String, Object> row = row(2);
        assertThat(service.post("/v1/imports", Role.REGISTRAR, map("rows", java.util.Collections.nCopies(1_001, row)))
                        .status())
                .isEqualTo(400);
    }

    @SafeVarargs
    private Answer load(Map<String, Object>... rows) {
        return load(List.of(rows));
    }

    private static Answer answer(Future<Answer> load) {
        try {
            return load.get();
        } catch (ExecutionException | InterruptedException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private Answer load(List<Map<String, Object>> rows) {
        Answer answer = service.post("/v1/imports", Role.REGISTRAR, map("rows", rows));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer;
    }

    private static List<String> outcomes(Answer answer) {
        return answer.body()
                .get("results")
                .valueStream()
                .map(result -> result.get("outcome").stringValue())
                .toList();
    }

    private static Map<String, Object> row(int line) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return map(
                "line", line,
                "vin", "WVWZZZ1K" + String.format("%09d", random.nextInt(1_000_000_000)),
                "registrationMark",
                        AgeAppropriateMarks.draw(java.time.LocalDate.of(2020, 3, 1), random)
                                .text(),
                "make", "FORD",
                "model", "FOCUS",
                "colour", "RED",
                "fuelType", "PETROL",
                "engineCapacity", "1400",
                "co2Emissions", "",
                "yearOfManufacture", "2020",
                "dateOfFirstRegistration", "2020-03-01",
                "typeApproval", "M1",
                "wheelplan", "2 AXLE RIGID BODY",
                "euroStatus", "",
                "keeperType", "PERSON",
                "title", "Ms",
                "firstNames", "Ann",
                "lastName", "Jones",
                "businessName", "",
                "addressLine1", "12 Harbour View",
                "addressLine2", "",
                "addressLine3", "",
                "postTown", "Swansea",
                "postcode", "SA3 4HP",
                "keeperSince", "2020-03-01",
                "documentReference", "");
    }
}
