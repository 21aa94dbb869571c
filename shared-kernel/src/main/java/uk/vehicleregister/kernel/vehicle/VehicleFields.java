package uk.vehicleregister.kernel.vehicle;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import uk.vehicleregister.kernel.field.Dates;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.field.TextRule;

/// Field rules of a vehicle's particulars as accepted today. Texts are trimmed and upper-cased and hold letters,
/// digits, space and - ' . , & / ( ) + only. Limits for mileage and dates are domain.md 1.0's, the others this
/// register's own.
public final class VehicleFields {

    private static final TextRule MAKE = upTo(30);
    private static final TextRule MODEL = upTo(40);
    private static final TextRule COLOUR = upTo(20);
    private static final TextRule FUEL_TYPE = upTo(30);
    private static final TextRule WHEELPLAN = upTo(40);
    private static final TextRule EURO_STATUS = upTo(20);
    private static final TextRule TYPE_APPROVAL =
            TextRule.of(1, 4, "[A-Z][0-9A-Z]*", "must be a type approval category, such as M1");

    private static final TextRule CERTIFICATE_OF_DESTRUCTION = TextRule.of(
            4, 20, "[A-Z0-9](?:[A-Z0-9\\-]*[A-Z0-9])?", "must hold only letters, digits and hyphens between them");
    private static final TextRule COUNTRY = TextRule.of(2, 2, "[A-Z]{2}", "must be two letters of ISO 3166");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final String HERE = "GB";

    /// The year of the first car with a petrol engine.
    private static final int FIRST_YEAR = 1885;

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]+");

    private VehicleFields() {}

    public static Parsed<String> make(String text) {
        return MAKE.parseUpperCased(text);
    }

    public static Parsed<String> model(String text) {
        return MODEL.parseUpperCased(text);
    }

    public static Parsed<String> colour(String text) {
        return COLOUR.parseUpperCased(text);
    }

    public static Parsed<String> fuelType(String text) {
        return FUEL_TYPE.parseUpperCased(text);
    }

    public static Parsed<String> wheelplan(String text) {
        return WHEELPLAN.parseUpperCased(text);
    }

    public static Parsed<String> euroStatus(String text) {
        return EURO_STATUS.parseUpperCased(text);
    }

    public static Parsed<String> typeApproval(String text) {
        return TYPE_APPROVAL.parseUpperCased(text);
    }

    /// The number of a certificate of destruction, as the treatment facility gives it.
    public static Parsed<String> certificateOfDestruction(String text) {
        return CERTIFICATE_OF_DESTRUCTION.parseUpperCased(text);
    }

    /// Where a vehicle is exported to: a country of ISO 3166 other than the United Kingdom. The Channel Islands,
    /// the Isle of Man and Ireland are exports like any other (domain.md 1.7).
    public static Parsed<String> destinationCountry(String text) {
        return COUNTRY.parseUpperCased(text).flatMap(country -> {
            if (country.equals(HERE)) return Parsed.outOfRange("must be a country outside the United Kingdom");
            if (!COUNTRIES.contains(country)) return Parsed.outOfRange("must be a country of ISO 3166, such as FR");
            return Parsed.valid(country);
        });
    }

    public static Parsed<Integer> engineCapacity(long cubicCentimetres) {
        return within(1, cubicCentimetres, 99_999);
    }

    public static Parsed<Integer> co2Emissions(long gramsPerKilometre) {
        return within(0, gramsPerKilometre, 999);
    }

    public static Parsed<Integer> revenueWeight(long kilograms) {
        return within(1, kilograms, 99_999);
    }

    public static Parsed<Integer> mileage(long miles) {
        return within(0, miles, 999_999);
    }

    public static Parsed<Integer> yearOfManufacture(long year, LocalDate today) {
        return within(FIRST_YEAR, year, today.getYear());
    }

    public static Parsed<LocalDate> date(String text) {
        return Dates.parse(text);
    }

    /// A whole number that arrives as text, as in an import; its limits are looked at next. `flatMap` joins the two.
    public static Parsed<Long> wholeNumber(String text) {
        if (text.length() > 18) return Parsed.malformed("must be a whole number of at most 18 digits");
        if (!WHOLE_NUMBER.matcher(text).matches()) return Parsed.malformed("must be a whole number");
        return Parsed.valid(Long.parseLong(text));
    }

    private static Parsed<Integer> within(int least, long value, int most) {
        if (value < least || value > most) return Parsed.outOfRange("must be from " + least + " to " + most);
        return Parsed.valid((int) value);
    }

    private static TextRule upTo(int most) {
        return TextRule.of(
                1, most, "[A-Z0-9 \\-'.,&/()+]+", "must hold only letters, digits, spaces and - ' . , & / ( ) +");
    }
}
