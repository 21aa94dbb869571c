package uk.vehicleregister.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.field.Parsed.Faulty;
import uk.vehicleregister.kernel.field.Parsed.Valid;
import uk.vehicleregister.kernel.keeper.DriverNumber;
import uk.vehicleregister.kernel.keeper.Email;
import uk.vehicleregister.kernel.keeper.FleetNumber;
import uk.vehicleregister.kernel.keeper.KeeperFields;
import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.CertificateNumber;
import uk.vehicleregister.kernel.paper.DocumentReference;
import uk.vehicleregister.kernel.vehicle.VehicleFields;
import uk.vehicleregister.kernel.vehicle.Vin;

class EveryParserTest {

    private record Parser(Function<String, Parsed<?>> parse, String good) {}

    private static final Map<String, Parser> PARSERS = new LinkedHashMap<>();

    static {
        add("mark", RegistrationMark::parse, "AB51CDE");
        add("vin", text -> Vin.parse(text, null), "WVWZZZ1KZAW000042");
        add("early vin", text -> Vin.parse(text, LocalDate.EPOCH), "AB1234");
        add("document reference", DocumentReference::parse, "12345678901");
        add("certificate number", CertificateNumber::parse, "1-14316-054027-GK64BCC");
        add("postcode", Postcode::parse, "SA67JL");
        add("recorded postcode", Postcode::parseRecorded, "SA6***");
        add("entered postcode", Postcode::parseEntered, "SA67JL");
        add("driver number", DriverNumber::parse, "MORGA657054SM9IJ");
        add("fleet number", FleetNumber::parse, "12345-");
        add("email", Email::parse, "ask@example.org");
        add("title", KeeperFields::title, "Mrs");
        add("first names", text -> KeeperFields.firstNames(text, "Mr"), "Ifor");
        add("last name", KeeperFields::lastName, "Kirk");
        add("business keeper name", KeeperFields::businessKeeperName, "TAFF (VANS) LTD");
        add("trader name", KeeperFields::traderName, "KISS MOTORS");
        add("address line 1", KeeperFields::addressLine1, "12 HIGH ROAD");
        add("address line", KeeperFields::addressLine, "SKETTY");
        add("address text", KeeperFields::addressText, "12 HIGH ROAD SKETTY");
        add("post town", KeeperFields::postTown, "SWANSEA");
        add("date of birth", text -> KeeperFields.dateOfBirth(text, Samples.TODAY), "1980-02-29");
        add("make", VehicleFields::make, "SKODA");
        add("model", VehicleFields::model, "FABIA");
        add("colour", VehicleFields::colour, "PINK");
        add("fuel type", VehicleFields::fuelType, "HYBRID ELECTRIC");
        add("wheelplan", VehicleFields::wheelplan, "2 AXLE RIGID BODY");
        add("euro status", VehicleFields::euroStatus, "EURO6");
        add("type approval", VehicleFields::typeApproval, "M1");
        add("certificate of destruction", VehicleFields::certificateOfDestruction, "COD-2026-00017");
        add("destination country", VehicleFields::destinationCountry, "FR");
        add("date", VehicleFields::date, "2024-02-29");
        add("whole number", VehicleFields::wholeNumber, "1395");
    }

    private static void add(String name, Function<String, Parsed<?>> parse, String good) {
        PARSERS.put(name, new Parser(parse, good));
    }

    @Test
    void the_good_samples_are_accepted() {
        PARSERS.forEach((name, parser) ->
                assertThat(parser.parse.apply(parser.good)).as(name).isInstanceOf(Valid.class));
    }

    @Test
    void a_control_character_or_a_letter_digit_or_space_beyond_ascii_is_refused_wherever_it_stands() {
        PARSERS.forEach((name, parser) -> {
            for (String character : HostileTexts.characters()) {
                for (int at = 0; at <= parser.good.length(); at++) {
                    String text = parser.good.substring(0, at) + character + parser.good.substring(at);
                    assertRefused(name, parser, text, "inserted at " + at);
                    if (at < parser.good.length()) {
                        String instead = parser.good.substring(0, at) + character + parser.good.substring(at + 1);
                        assertRefused(name, parser, instead, "in the place of " + at);
                    }
                }
            }
        });
    }

    @Test
    void a_megabyte_is_refused_at_once_and_never_throws() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> PARSERS.forEach((name, parser) -> HostileTexts.wholes()
                        .forEach(text -> assertRefused(name, parser, text, "a megabyte of " + text.codePointAt(1)))));
    }

    @Test
    void no_fault_repeats_what_was_typed() {
        PARSERS.forEach((name, parser) -> {
            Parsed<?> parsed = parser.parse.apply("?Xyzzy42?");
            assertThat(parsed).as(name).isInstanceOf(Faulty.class);
            assertThat(parsed.toString()).as(name).doesNotContainIgnoringCase("xyzzy");
        });
    }

    private static void assertRefused(String name, Parser parser, String text, String what) {
        if (!(parser.parse.apply(text) instanceof Faulty)) {
            throw new AssertionError(name + " accepts "
                    + text.substring(0, Math.min(40, text.length()))
                            .chars()
                            .mapToObj(Integer::toHexString)
                            .toList()
                    + " " + what);
        }
    }
}
