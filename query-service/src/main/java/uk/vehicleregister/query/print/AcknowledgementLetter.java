package uk.vehicleregister.query.print;

import static uk.vehicleregister.query.print.Bilingual.words;
import static uk.vehicleregister.query.print.Row.row;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// Tells the former keeper that the sale was taken in (domain.md 1.1, 1.3). Nothing in it is about whoever
/// has the vehicle now.
///
/// @param monthsOfTaxDueBack null where none are; what a month was paid for is not in the register
record AcknowledgementLetter(
        RegistrationMark mark,
        Addressee formerKeeper,
        boolean toTheTrade,
        LocalDate dateOfSale,
        @Nullable Integer monthsOfTaxDueBack,
        LocalDate issuedOn,
        Imprint imprint)
        implements Paper {

    private static final Bilingual WHAT_NOW = words(
            "Keep this letter. If what it says is not right, write to us at once and give the transaction number at the"
                    + " foot of this page.",
            "Cadwch y llythyr hwn. Os nad yw'r hyn a ddywed yn gywir, ysgrifennwch atom ar unwaith gan roi'r rhif"
                    + " trafodiad ar waelod y dudalen hon.");

    @Override
    public String code() {
        return "ACKNOWLEDGEMENT";
    }

    @Override
    public Bilingual title() {
        return words("Acknowledgement of a sale", "Cydnabod gwerthiant");
    }

    @Override
    public Addressee addressee() {
        return formerKeeper;
    }

    @Override
    public void body(Sheet sheet) {
        sheet.rows(
                row(Bilingual.REGISTRATION_MARK, mark.display()),
                row(words("Date of sale", "Dyddiad y gwerthiant"), dateOfSale),
                row(words("Former keeper", "Cyn-geidwad"), formerKeeper),
                row(Bilingual.ISSUED_ON, issuedOn));
        sheet.say(told());
        if (monthsOfTaxDueBack != null) sheet.say(refund(monthsOfTaxDueBack));
        sheet.say(WHAT_NOW);
    }

    private Bilingual told() {
        return words(
                "We have been told that on %s you sold vehicle %s%s. From that date you are no longer its registered keeper."
                        .formatted(
                                PaperDates.english(dateOfSale),
                                mark.display(),
                                toTheTrade ? " to the motor trade" : ""),
                "Cawsom wybod eich bod wedi gwerthu cerbyd %s%s ar %s. O'r dyddiad hwnnw nid chi yw ei geidwad cofrestredig."
                        .formatted(
                                mark.display(),
                                toTheTrade ? " i'r fasnach foduron" : "",
                                PaperDates.welsh(dateOfSale)));
    }

    /// In Welsh the number stands by itself, where no noun has to follow it in form.
    private static Bilingual refund(int months) {
        return words(
                "A refund of vehicle tax for %d full %s is due to you and will be sent to this address."
                        .formatted(months, months == 1 ? "month" : "months"),
                "Mae ad-daliad treth cerbyd am fisoedd llawn (nifer: %d) yn ddyledus i chi a chaiff ei anfon i'r cyfeiriad hwn."
                        .formatted(months));
    }
}
