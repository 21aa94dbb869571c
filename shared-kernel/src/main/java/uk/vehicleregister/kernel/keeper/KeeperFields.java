package uk.vehicleregister.kernel.keeper;

import java.time.LocalDate;
import java.util.regex.Pattern;
import uk.vehicleregister.kernel.field.Ascii;
import uk.vehicleregister.kernel.field.Dates;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.field.TextRule;

/// Field rules of names and addresses as accepted today (domain.md 1.0). Letters are A to Z: the rules know no others.
public final class KeeperFields {

    private static final int LONGEST_LIFE_IN_YEARS = 110;
    private static final int TITLE_AND_FIRST_NAMES = 26;

    private static final String NAME_SHAPE = "[A-Za-z][A-Za-z \\-.']*";
    private static final String NAME_WORDS = "must start with a letter and hold only letters, spaces and - . '";
    private static final String TRADE_SHAPE = "[A-Z0-9][A-Z0-9 \\-',&/().]*";
    private static final String TRADE_WORDS =
            "must start with a letter or digit and hold only letters, digits, spaces and - ' , & / ( ) .";

    private static final TextRule TITLE =
            TextRule.of(1, 10, "[A-Za-z \\-.']+", "must hold only letters, spaces and - . '");
    private static final TextRule FIRST_NAMES = TextRule.of(1, TITLE_AND_FIRST_NAMES, NAME_SHAPE, NAME_WORDS);
    private static final TextRule LAST_NAME = TextRule.of(1, 25, NAME_SHAPE, NAME_WORDS);
    private static final TextRule TRADER_NAME = TextRule.of(2, 58, TRADE_SHAPE, TRADE_WORDS);
    private static final TextRule BUSINESS_KEEPER_NAME = TextRule.of(
            2,
            30,
            "[A-Z0-9(\"][A-Z0-9 \\-',&/().\"]*",
            "must hold only letters, digits, spaces and - ' , & / ( ) . \" and start with a letter or digit");
    private static final TextRule ADDRESS_LINE_1 = TextRule.of(4, 30, TRADE_SHAPE, TRADE_WORDS);
    private static final TextRule ADDRESS_LINE =
            TextRule.of(0, 30, "[A-Z0-9 \\-',&/().]*", "must hold only letters, digits, spaces and - ' , & / ( ) .");
    private static final TextRule ADDRESS_TEXT = TextRule.of(0, 100, TRADE_SHAPE, TRADE_WORDS);
    private static final TextRule POST_TOWN = TextRule.of(
            3, 20, "[A-Z][A-Z \\-,./\\\\]*", "must start with a letter and hold only letters, spaces and - , . / \\");

    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private KeeperFields() {}

    /// Mr, Mrs, Miss or another of 1 to 10 letters, spaces and - . ' with inner spaces collapsed.
    public static Parsed<String> title(String text) {
        return TITLE.parse(tidyTitle(text));
    }

    /// Only the length is trimmed, so a leading space is a fault; title and first names together have at most 26
    /// characters, the space between them not counted.
    public static Parsed<String> firstNames(String text, String title) {
        String trimmed = Ascii.trim(text);
        int most = TITLE_AND_FIRST_NAMES - Math.min(tidyTitle(title).length(), TITLE_AND_FIRST_NAMES);
        if (trimmed.length() > most) {
            return new Parsed.Faulty<>(
                    "TOO_LONG", "must have at most " + TITLE_AND_FIRST_NAMES + " characters together with the title");
        }
        if (text.startsWith(" ") && !trimmed.isEmpty()) return Parsed.malformed(NAME_WORDS);
        return FIRST_NAMES.parse(trimmed);
    }

    public static Parsed<String> lastName(String text) {
        return LAST_NAME.parseTrimmed(text);
    }

    /// 2 to 30 characters, at least one letter, brackets balanced and in order, an even number of double quotes.
    public static Parsed<String> businessKeeperName(String text) {
        return BUSINESS_KEEPER_NAME.parseUpperCased(text).flatMap(name -> {
            if (letters(name) == 0) return Parsed.malformed("must hold at least one letter");
            if (!Brackets.areBalanced(name)) return Parsed.malformed("must close every bracket it opens");
            if (count(name, '"') % 2 != 0) return Parsed.malformed("must close every double quote it opens");
            return Parsed.valid(name);
        });
    }

    /// Of a trader, or of a business acting for a keeper and its contact.
    public static Parsed<String> traderName(String text) {
        return TRADER_NAME.parseUpperCased(text);
    }

    /// 4 to 30 characters with at least 3 letters.
    public static Parsed<String> addressLine1(String text) {
        return ADDRESS_LINE_1
                .parseUpperCased(text)
                .flatMap(line ->
                        letters(line) < 3 ? Parsed.malformed("must hold at least 3 letters") : Parsed.valid(line));
    }

    /// Line 2 or 3: at most 30 characters, may be blank.
    public static Parsed<String> addressLine(String text) {
        return ADDRESS_LINE.parseUpperCased(text);
    }

    /// All lines, joined with spaces: the characters of a trader's name, at whatever length the lines allow.
    public static Parsed<String> addressText(String joined) {
        return ADDRESS_TEXT.parseUpperCased(joined);
    }

    public static Parsed<String> postTown(String text) {
        return POST_TOWN.parseUpperCased(text);
    }

    /// Not in the future and not more than 110 years ago.
    public static Parsed<LocalDate> dateOfBirth(String text, LocalDate today) {
        return Dates.parse(text).flatMap(born -> {
            if (born.isAfter(today)) return Parsed.inFuture();
            if (born.isBefore(today.minusYears(LONGEST_LIFE_IN_YEARS))) {
                return Parsed.outOfRange("must not be more than " + LONGEST_LIFE_IN_YEARS + " years ago");
            }
            return Parsed.valid(born);
        });
    }

    private static String tidyTitle(String text) {
        return SPACES.matcher(Ascii.trim(text)).replaceAll(" ");
    }

    private static long letters(String text) {
        return text.chars().filter(letter -> letter >= 'A' && letter <= 'Z').count();
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(letter -> letter == wanted).count();
    }
}
