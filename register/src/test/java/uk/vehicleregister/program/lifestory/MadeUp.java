package uk.vehicleregister.program.lifestory;

import static uk.vehicleregister.program.lifestory.Teller.body;

import java.util.List;
import java.util.Map;

/// The people and vehicles of the story, in the contract's JSON.
final class MadeUp {

    static Object[] vehicle(String vin, String colour, String registered, Map<String, Object> keeper) {
        return new Object[] {
            "vin",
            vin,
            "make",
            "SKODA",
            "model",
            "FABIA",
            "colour",
            colour,
            "fuelType",
            "PETROL",
            "yearOfManufacture",
            Integer.parseInt(registered.substring(0, 4)),
            "dateOfFirstRegistration",
            registered,
            "typeApproval",
            "M1",
            "keeper",
            keeper
        };
    }

    static Map<String, Object> person(String title, String first, String last, String postcode) {
        return body(
                "type", "PERSON", "title", title, "firstNames", first, "lastName", last, "address", address(postcode));
    }

    static Map<String, Object> address(String postcode) {
        return body("lines", List.of("12 Mill Lane"), "postTown", "Swansea", "postcode", postcode);
    }

    private MadeUp() {}
}
