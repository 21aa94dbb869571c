package uk.vehicleregister.query.print;

import static uk.vehicleregister.query.print.Bilingual.words;
import static uk.vehicleregister.query.print.Row.row;

import java.time.LocalDate;
import java.util.List;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.CertificateNumber;

/// The right to a mark that was taken off a vehicle (domain.md 2.5).
record V778Paper(
        RegistrationMark mark,
        CertificateNumber number,
        Addressee grantee,
        LocalDate issuedOn,
        LocalDate expiresOn,
        Imprint imprint)
        implements Paper {

    static final Bilingual KEEP_SAFE = words(
            "Keep the certificate number secret: whoever knows it may be able to use the mark. The mark can be put on a"
                    + " vehicle until the day it expires, that day included.",
            "Cadwch rif y dystysgrif yn gyfrinachol: gall unrhyw un sy'n ei wybod ddefnyddio'r rhif cofrestru. Gellir"
                    + " rhoi'r rhif cofrestru ar gerbyd hyd at y dyddiad dod i ben, gan gynnwys y diwrnod hwnnw.");

    @Override
    public String code() {
        return "V778";
    }

    @Override
    public Bilingual title() {
        return words("Retention document", "Dogfen gadw");
    }

    @Override
    public Addressee addressee() {
        return grantee;
    }

    @Override
    public void body(Sheet sheet) {
        sheet.boxes(Bilingual.CERTIFICATE_NUMBER, boxesOf(number));
        sheet.rows(
                row(words("Registration mark held", "Rhif cofrestru a gedwir"), mark.display()),
                row(Bilingual.CERTIFICATE_NUMBER, number.text()),
                row(words("Grantee", "Grantî"), grantee),
                row(Bilingual.ISSUED_ON, issuedOn),
                row(Bilingual.EXPIRES_ON, expiresOn));
        sheet.say(KEEP_SAFE);
    }

    /// Count, date, time and mark (domain.md 1.5), as they are typed in online.
    static List<String> boxesOf(CertificateNumber number) {
        return List.of(number.text().split("-"));
    }
}
