package uk.vehicleregister.kernel.paper;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.vehicleregister.kernel.field.Ascii;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// The number of a V750 or V778 in its four boxes, as `1-14316-054027-GK64BCC` (domain.md 1.5): a credential.
public record CertificateNumber(@JsonValue String text) {

    /// Spaces of the mark's box and the hyphens included.
    private static final int LONGEST = 40;

    private static final String WORDS = "must be the four boxes of the certificate, such as 1-14316-054027-GK64BCC";
    private static final Pattern BOXES = Pattern.compile("([A-Z0-9])-([0-9]{5})-([0-9]{1,6})-([A-Z0-9]{2,8})");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CertificateNumber {
        requireNonNull(text);
    }

    /// Takes any case and spacing, with hyphens between the boxes: a letter or digit, five digits, one to six digits
    /// (filled up with zeros on the left to six), and a mark.
    public static Parsed<CertificateNumber> parse(String text) {
        if (text.length() > LONGEST) return Parsed.tooLong(LONGEST);
        Matcher boxes = BOXES.matcher(Ascii.upper(Ascii.withoutSpaces(text)));
        if (!boxes.matches()) return Parsed.malformed(WORDS);
        String time = "0".repeat(6 - boxes.group(3).length()) + boxes.group(3);
        return RegistrationMark.parse(boxes.group(4)).map(mark -> of(boxes.group(1), boxes.group(2), time, mark));
    }

    /// A new one; the source must be a secure one outside tests.
    public static CertificateNumber draw(RegistrationMark mark, RandomGenerator random) {
        return of("1", Digits.draw(5, random), Digits.draw(6, random), mark);
    }

    /// The mark this certificate is about.
    public RegistrationMark mark() {
        return new RegistrationMark(text.substring(text.lastIndexOf('-') + 1));
    }

    @Override
    public String toString() {
        return "CertificateNumber[***]";
    }

    private static CertificateNumber of(String count, String date, String time, RegistrationMark mark) {
        return new CertificateNumber(count + "-" + date + "-" + time + "-" + mark.text());
    }
}
