package uk.vehicleregister.program.tour;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The vehicles and people of the tour, in the contract's JSON.
final class MadeUp {

    static final String BUYERS_POSTCODE = "CF10 3NP";
    static final String LAST_KEEPERS_POSTCODE = "SA6 7JL";

    private static final String VIN_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private MadeUp() {}

    /// A hatchback of 2010, so that its mark may go onto the estate without making that look newer.
    static Map<String, Object> hatchback() {
        Map<String, Object> car = car("FORD", "FIESTA", "BLUE", 2010, "2010-03-15", "EURO 4");
        car.put("keeper", person("Mrs", "Gwen", "Parry", address("12 Mill Lane", "Swansea", "SA1 5BG")));
        return car;
    }

    static Map<String, Object> estate() {
        Map<String, Object> car = car("SKODA", "OCTAVIA", "GREY", 2018, "2018-10-01", "EURO 6");
        car.put("keeper", person("Dr", "Nia", "Bevan", lastKeepersAddress()));
        return car;
    }

    static Map<String, Object> buyer() {
        return person("Mr", "Owen", "Rees", address("7 Castle Road", "Cardiff", BUYERS_POSTCODE));
    }

    static Map<String, Object> lastKeeper() {
        return person("Dr", "Nia", "Bevan", lastKeepersAddress());
    }

    static Map<String, Object> trader() {
        return Map.of("name", "Tawe Motors Ltd", "address", address("Unit 3 Station Road", "Swansea", "SA1 1NW"));
    }

    private static Map<String, Object> car(
            String make, String model, String colour, int year, String registered, String euroStatus) {
        Map<String, Object> car = new LinkedHashMap<>();
        car.put("vin", vin());
        car.put("make", make);
        car.put("model", model);
        car.put("colour", colour);
        car.put("fuelType", "PETROL");
        car.put("engineCapacity", 1400);
        car.put("co2Emissions", 128);
        car.put("yearOfManufacture", year);
        car.put("dateOfFirstRegistration", registered);
        car.put("typeApproval", "M1");
        car.put("wheelplan", "2 AXLE RIGID BODY");
        car.put("euroStatus", euroStatus);
        return car;
    }

    /// A fresh one each time, since a vehicle is registered once.
    private static String vin() {
        StringBuilder vin = new StringBuilder("SAX");
        while (vin.length() < 17) {
            vin.append(VIN_LETTERS.charAt(RANDOM.nextInt(VIN_LETTERS.length())));
        }
        return vin.toString();
    }

    private static Map<String, Object> person(
            String title, String firstNames, String lastName, Map<String, Object> address) {
        return Map.of(
                "type", "PERSON", "title", title, "firstNames", firstNames, "lastName", lastName, "address", address);
    }

    private static Map<String, Object> lastKeepersAddress() {
        return address("41 Brook Street", "Swansea", LAST_KEEPERS_POSTCODE);
    }

    private static Map<String, Object> address(String line, String town, String postcode) {
        return Map.of("lines", List.of(line), "postTown", town, "postcode", postcode);
    }
}
