package uk.vehicleregister.program.fleet;

import java.util.Locale;
import java.util.random.RandomGenerator;

/// Vehicle identification numbers of 17 letters and digits without I, O and Q: three for the make, eight drawn, and six
/// that count, so that no two in a fleet are alike.
final class FleetVins {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final int DRAWN = 8;
    private static final int COUNTED = 6;

    private long next;

    String draw(String make, RandomGenerator random) {
        StringBuilder vin = new StringBuilder(17).append(maker(make));
        for (int i = 0; i < DRAWN; i++) {
            vin.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        long rest = next++;
        char[] count = new char[COUNTED];
        for (int i = COUNTED - 1; i >= 0; i--) {
            count[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
            rest /= ALPHABET.length();
        }
        return vin.append(count).toString();
    }

    private static String maker(String make) {
        return switch (make.toUpperCase(Locale.ROOT)) {
            case "AUDI" -> "WAU";
            case "BMW" -> "WBA";
            case "FORD" -> "WF0";
            case "HYUNDAI" -> "TMA";
            case "MERCEDES-BENZ" -> "WDD";
            case "SKODA" -> "TMB";
            case "TOYOTA" -> "SB1";
            case "VAUXHALL" -> "W0L";
            case "VOLKSWAGEN" -> "WVW";
            default -> "SAX";
        };
    }
}
