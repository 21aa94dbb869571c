package uk.vehicleregister.command.person;

import java.util.Set;
import java.util.regex.Pattern;
import uk.vehicleregister.kernel.field.Ascii;

/// Compares names as a clerk does: case, spaces, hyphens, dots, apostrophes and the commonest titles do not count.
final class Names {

    private static final Set<String> TITLES = Set.of("MR", "MRS", "MISS", "MS", "DR");
    private static final Pattern WITHIN_A_WORD = Pattern.compile("[.']");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Z0-9&]+");

    static boolean areSame(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String name) {
        String joined = WITHIN_A_WORD.matcher(Ascii.upper(name)).replaceAll("");
        String spaced = BETWEEN_WORDS.matcher(joined).replaceAll(" ").strip();
        int first = spaced.indexOf(' ');
        return first > 0 && TITLES.contains(spaced.substring(0, first)) ? spaced.substring(first + 1) : spaced;
    }

    private Names() {}
}
