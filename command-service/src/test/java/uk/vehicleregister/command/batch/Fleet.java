package uk.vehicleregister.command.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.Role;

/// Many vehicles of one keeper, each known by its number, on a register that holds nothing else.
final class Fleet {

    static final String REFERENCE = "40404040404";

    static void register(RunningService service, int from, int to) {
        List<Object> rows = new ArrayList<>();
        for (int number = from; number < to; number++) rows.add(vehicle(number));
        Answer loaded = service.post("/v1/imports", Role.REGISTRAR, map("rows", rows));
        assertThat(loaded.body().toString()).doesNotContain("REJECTED");
    }

    private static Map<String, Object> vehicle(int number) {
        return map(
                "line", number,
                "vin", "WVWZZZ1K" + String.format("%09d", number),
                "registrationMark", mark(number),
                "make", "FORD",
                "model", "FOCUS",
                "colour", "RED",
                "fuelType", "PETROL",
                "engineCapacity", "1400",
                "yearOfManufacture", "2020",
                "dateOfFirstRegistration", "2020-03-01",
                "keeperType", "BUSINESS",
                "businessName", "Taff Van Hire Ltd",
                "addressLine1", "12 Harbour View",
                "postTown", "Swansea",
                "postcode", "SA3 4HP",
                "keeperSince", "2020-03-01",
                "documentReference", REFERENCE);
    }

    /// AB20 AAA and on: marks of March 2020.
    static String mark(int number) {
        String letters = "ABCDEFGHJKLMNOPRSTUVWXY";
        return "AB20" + letters.charAt(number / 529 % 23) + letters.charAt(number / 23 % 23)
                + letters.charAt(number % 23);
    }

    private Fleet() {}
}
