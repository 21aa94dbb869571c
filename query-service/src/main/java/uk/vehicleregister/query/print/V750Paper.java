package uk.vehicleregister.query.print;

import static uk.vehicleregister.query.print.Bilingual.words;
import static uk.vehicleregister.query.print.Row.row;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.CertificateNumber;

/// The right to a mark that was bought and has not been on a vehicle yet (domain.md 2.5).
///
/// @param nominee the name only: whoever is to have the mark on their vehicle is told by the purchaser
record V750Paper(
        RegistrationMark mark,
        CertificateNumber number,
        Addressee purchaser,
        @Nullable String nominee,
        LocalDate issuedOn,
        LocalDate expiresOn,
        Imprint imprint)
        implements Paper {

    private static final Bilingual NONE_NAMED = words("None named", "Neb wedi'i enwi");

    @Override
    public String code() {
        return "V750";
    }

    @Override
    public Bilingual title() {
        return words("Certificate of entitlement", "Tystysgrif hawl");
    }

    @Override
    public Addressee addressee() {
        return purchaser;
    }

    @Override
    public void body(Sheet sheet) {
        sheet.boxes(Bilingual.CERTIFICATE_NUMBER, V778Paper.boxesOf(number));
        sheet.rows(
                row(Bilingual.REGISTRATION_MARK, mark.display()),
                row(Bilingual.CERTIFICATE_NUMBER, number.text()),
                row(words("Purchaser", "Prynwr"), purchaser),
                row(words("Nominee", "Enwebai"), nominee == null ? NONE_NAMED.joined() : nominee),
                row(Bilingual.ISSUED_ON, issuedOn),
                row(Bilingual.EXPIRES_ON, expiresOn));
        sheet.say(V778Paper.KEEP_SAFE);
    }

    /// A nominee is a person.
    @Override
    public String toString() {
        return "V750Paper[" + imprint + "]";
    }
}
