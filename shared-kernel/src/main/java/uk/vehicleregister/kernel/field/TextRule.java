package uk.vehicleregister.kernel.field;

import java.util.regex.Pattern;

/// A field rule for a text: how long it may be and what it may look like.
/// The length is looked at before the shape, so that a pattern never runs over more than `most` characters.
public record TextRule(int least, int most, Pattern shape, String words) {

    /// @param shape what the whole text must match
    /// @param words what is wrong when it does not, as in "must be ..."
    public static TextRule of(int least, int most, String shape, String words) {
        return new TextRule(least, most, Pattern.compile(shape), words);
    }

    public Parsed<String> parse(String text) {
        if (text.length() < least) return Parsed.tooShort(least);
        if (text.length() > most) return Parsed.tooLong(most);
        if (!shape.matcher(text).matches()) return Parsed.malformed(words);
        return Parsed.valid(text);
    }

    public Parsed<String> parseTrimmed(String text) {
        return parse(Ascii.trim(text));
    }

    public Parsed<String> parseUpperCased(String text) {
        return parse(Ascii.upper(Ascii.trim(text)));
    }
}
