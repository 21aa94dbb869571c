package uk.vehicleregister.query.replay;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The order of PostgreSQL's collation "C".
final class Utf8 {

    private Utf8() {}

    static int compare(String a, String b) {
        return Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
