package uk.vehicleregister.query.print;

import static uk.vehicleregister.query.print.Bilingual.words;
import static uk.vehicleregister.query.print.Row.row;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// Number plates may be made for the mark that the vehicle now carries (domain.md 1.4: name, address, mark, transaction
/// and a stamp with date and London time).
///
/// @param replaced the mark that went off the vehicle
/// @param keeper null: in the trade
record V948Paper(
        RegistrationMark mark,
        RegistrationMark replaced,
        @Nullable Addressee keeper,
        LocalDate issuedOn,
        Imprint imprint)
        implements Paper {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", Locale.UK);
    private static final Bilingual TO_THE_SUPPLIER = words(
            "Show this certificate to the supplier of your number plates, with proof of your name and address. Plates may"
                    + " be made for the registration mark named here only.",
            "Dangoswch y dystysgrif hon i gyflenwr eich platiau rhif, gyda phrawf o'ch enw a'ch cyfeiriad. Dim ond ar"
                    + " gyfer y rhif cofrestru a enwir yma y gellir gwneud platiau.");

    @Override
    public String code() {
        return "V948";
    }

    @Override
    public Bilingual title() {
        return words("Number plate authorisation certificate", "Tystysgrif awdurdodi platiau rhif");
    }

    @Override
    public @Nullable Addressee addressee() {
        return keeper;
    }

    @Override
    public void body(Sheet sheet) {
        sheet.rows(
                row(Bilingual.REGISTRATION_MARK, mark.display()),
                row(words("In place of", "Yn lle"), replaced.display()),
                row(words("Name and address", "Enw a chyfeiriad"), keeper),
                row(Bilingual.ISSUED_ON, issuedOn));
        sheet.say(TO_THE_SUPPLIER);
        sheet.stamp(
                Bilingual.REGISTER.english(),
                Bilingual.REGISTER.welsh(),
                STAMP.format(imprint.londonTime()) + " London");
    }
}
