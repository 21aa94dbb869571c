package uk.vehicleregister.kernel.field;

/// Trimming and upper-casing that touch ASCII only.
/// `String.toUpperCase` makes an I of a dotless ı and SS of ß, and `trim` drops control characters, so that texts the
/// field rules refuse would pass in disguise.
public final class Ascii {

    private Ascii() {}

    public static String upper(String text) {
        return shift(text, 'a', 'z', 'A' - 'a');
    }

    public static String lower(String text) {
        return shift(text, 'A', 'Z', 'a' - 'A');
    }

    /// Without the spaces (U+0020 only) at either end.
    public static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == ' ') from++;
        while (to > from && text.charAt(to - 1) == ' ') to--;
        return text.substring(from, to);
    }

    /// Without any space (U+0020 only).
    public static String withoutSpaces(String text) {
        return text.replace(" ", "");
    }

    private static String shift(String text, char first, char last, int by) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] >= first && letters[i] <= last) letters[i] += (char) by;
        }
        return new String(letters);
    }
}
