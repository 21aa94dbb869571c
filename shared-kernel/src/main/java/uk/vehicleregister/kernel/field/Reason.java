package uk.vehicleregister.kernel.field;

/// Why a registrar decided something, in their words: 1 to 200 printable ASCII characters. It names a case or a paper,
/// never a person.
public final class Reason {

    public static Parsed<String> parse(String text) {
        String trimmed = Ascii.trim(text);
        return trimmed.matches("[\\x20-\\x7e]{1,200}")
                ? Parsed.valid(trimmed)
                : Parsed.malformed("must be 1 to 200 printable characters");
    }

    private Reason() {}
}
