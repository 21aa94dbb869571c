package uk.vehicleregister.kernel.mark;

import java.util.regex.Pattern;

/// The classes of registration mark (domain.md 2.1), each with the shape that tells it and the letters and numbers it
/// was ever issued with.
///
/// What the facts leave open, and the choice here: the three letters of prefix, suffix and Q marks hold no I and no Q,
/// as in every other class of Great Britain; the first letter of a memory tag only says where a vehicle was first
/// registered and decides nothing (2.2); a Northern Irish area code is the last two letters.
public enum MarkClass {
    /// Since 1983, for vehicles of unknown age or identity; in Northern Ireland QNI and a number.
    Q("Q[0-9]{1,3}[A-Z]{3}|QNI[0-9]{1,4}", "Q[1-9][0-9]{0,2}[A-HJ-PR-Z]{3}|QNI[1-9][0-9]{0,3}"),
    /// Since 1 September 2001, as AB51 CDE. 01 was never issued.
    CURRENT("[A-Z]{2}[0-9]{2}[A-Z]{3}", "[A-HJ-PR-Y]{2}(?!01)[0-9]{2}[A-HJ-PR-Z]{3}"),
    /// 1 August 1983 to 31 August 2001, as A123 BCD.
    PREFIX("[A-Z][0-9]{1,3}[A-Z]{3}", "[A-HJ-NPR-TV-Y][1-9][0-9]{0,2}[A-HJ-PR-Z]{3}"),
    /// 1 February 1963 to 31 July 1983, as ABC 123D.
    SUFFIX("[A-Z]{3}[0-9]{1,3}[A-Z]", "[A-HJ-PR-Z]{3}[1-9][0-9]{0,2}[A-HJ-NPR-TV-Y]"),
    /// All years; I or Z in the letters.
    NORTHERN_IRELAND("[A-Z0-9]*[IZ][A-Z0-9]*", niLetters()),
    /// Before 1963, letters and a number either way round.
    DATELESS(".*", gbLetters());

    private final Pattern shape;
    private final Pattern issued;

    MarkClass(String shape, String issued) {
        this.shape = Pattern.compile(shape);
        this.issued = Pattern.compile(issued);
    }

    /// The order of the constants is the order of asking: a Q mark has the shape of a prefix mark too.
    static MarkClass of(String text) {
        for (MarkClass kind : values()) {
            if (kind.shape.matcher(text).matches()) return kind;
        }
        return DATELESS;
    }

    boolean wasEverIssuedAs(String text) {
        return issued.matcher(text).matches();
    }

    private static String niLetters() {
        String area = "(?:[IZ][A-PR-Z]|[A-PR-Z][IZ])";
        String number = "[1-9][0-9]{0,3}";
        return "[A-PR-Z]?" + area + number + "|" + number + area;
    }

    private static String gbLetters() {
        String letter = "[A-HJ-PR-Y]";
        String toFourDigits = "[1-9][0-9]{0,3}";
        String toThreeDigits = "[1-9][0-9]{0,2}";
        return letter + "{1,2}" + toFourDigits + "|" + letter + "{3}" + toThreeDigits + "|" + toFourDigits + letter
                + "{1,2}|" + toThreeDigits + letter + "{3}";
    }
}
