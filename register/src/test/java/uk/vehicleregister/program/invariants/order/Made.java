package uk.vehicleregister.program.invariants.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Made-up people, and vehicles that were never there before.
final class Made {

    static final String WRONG_POSTCODE = "LL55 1AA";
    static final String EXECUTORS_POSTCODE = "SA6 7JL";
    static final String PURCHASER = "Nia Bevan";
    static final String EXECUTOR = "Idris Rees";

    /// Who gives authorities, and who acts on them: accounts of their own.
    static final String HOUSEHOLDER = "householder";

    static final String INTERMEDIARY = "intermediary";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final AtomicInteger UNISSUED = new AtomicInteger();

    enum Keeper {
        PERSON("SA1 5BG"),
        BUSINESS("CF10 3NP");

        final String postcode;

        Keeper(String postcode) {
            this.postcode = postcode;
        }

        Map<String, Object> json() {
            return switch (this) {
                case PERSON ->
                    map(
                            "type",
                            "PERSON",
                            "title",
                            "Mrs",
                            "firstNames",
                            "Gwen",
                            "lastName",
                            "Parry",
                            "address",
                            address());
                case BUSINESS -> map("type", "BUSINESS", "name", "TAFF VAN HIRE LTD", "address", address());
            };
        }

        private Map<String, Object> address() {
            return Made.address(postcode);
        }
    }

    static Map<String, Object> executor() {
        return map("name", EXECUTOR, "address", address(EXECUTORS_POSTCODE));
    }

    private static Map<String, Object> address(String postcode) {
        return map("lines", List.of("12 Mill Lane"), "postTown", "Swansea", "postcode", postcode);
    }

    static Map<String, Object> purchaser() {
        return map("name", PURCHASER, "address", address(EXECUTORS_POSTCODE));
    }

    static Map<String, Object> trader() {
        return map("name", "QJ Motors", "address", Keeper.PERSON.address());
    }

    static String vin() {
        return "SAXNVR%011d".formatted(NUMBER.incrementAndGet());
    }

    /// Q and a number and three letters.
    static String qMark() {
        int n = NUMBER.incrementAndGet();
        String letters = "" + letter(n / 999 / 64) + letter(n / 999 / 8) + letter(n / 999);
        return "Q" + (1 + n % 999) + letters;
    }

    /// Of a half-year in which no vehicle of the model was registered, so that none is allocated.
    static String unissuedMark() {
        int n = UNISSUED.incrementAndGet();
        return "" + letter(n / 4096) + letter(n / 512) + "14" + letter(n / 64) + letter(n / 8) + letter(n);
    }

    private static char letter(int n) {
        return "ABCDEFGH".charAt(n % 8);
    }

    static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return map;
    }

    private Made() {}
}
