package uk.vehicleregister.query.print;

import static uk.vehicleregister.query.print.Bilingual.words;
import static uk.vehicleregister.query.print.Row.row;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// Tells the former keeper that the sale was taken in (domain.md 1.1, 1.3). Nothing in it is about whoever
/// has the vehicle now.
///
/// @param taxRefundPence null where none is due
record AcknowledgementLetter(
        RegistrationMark mark,
        Addressee formerKeeper,
        boolean toTheTrade,
        LocalDate dateOfSale,
        @Nullable Integer taxRefundPence,
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
        if (taxRefundPence != null) sheet.say(refund(taxRefundPence));
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

    private static Bilingual refund(int pence) {
        String pounds = String.format(Locale.UK, "£%d.%02d", pence / 100, pence % 100);
        return words(
                "A refund of vehicle tax of " + pounds + " is due to you and will be sent to this address.",
                "Mae ad-daliad treth cerbyd o " + pounds + " yn ddyledus i chi a chaiff ei anfon i'r cyfeiriad hwn.");
    }
}
