package uk.vehicleregister.kernel.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.kernel.FieldChecks.accepts;
import static uk.vehicleregister.kernel.FieldChecks.refuses;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.mark.RegistrationMark;

class PaperNumbersTest {

    @Test
    void a_document_reference_is_exactly_11_digits() {
        accepts(DocumentReference::parse, "12345678901", "00000000000");
        refuses(DocumentReference::parse, "TOO_SHORT", "", "1234567890");
        refuses(DocumentReference::parse, "TOO_LONG", "123456789012", " 12345678901", "12345678901 ");
        refuses(DocumentReference::parse, "MALFORMED", "1234567890A", "12345 67890", "1234567890-", "-1234567890");
    }

    @Property
    void a_drawn_document_reference_parses(@ForAll long seed) {
        DocumentReference drawn = DocumentReference.draw(new Random(seed));
        assertThat(DocumentReference.parse(drawn.text())).isEqualTo(Parsed.valid(drawn));
    }

    @Test
    void every_digit_comes_up_in_every_place() {
        Random random = new Random(3);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String text = DocumentReference.draw(random).text();
            for (int at = 0; at < 11; at++) seen.add(at + ":" + text.charAt(at));
        }
        assertThat(seen).hasSize(110);
    }

    @Test
    void a_certificate_number_is_its_four_boxes() {
        assertThat(parse("1-14316-054027-GK64BCC")).isEqualTo(certificate("1-14316-054027-GK64BCC"));
        assertThat(parse("a-00000-000000-a1")).isEqualTo(certificate("A-00000-000000-A1"));
        assertThat(parse("1-14316-054027-GK64BCC").orElseThrow().mark()).isEqualTo(new RegistrationMark("GK64BCC"));
    }

    @Test
    void its_third_box_is_filled_up_with_zeros() {
        assertThat(parse("1-14316-54027-GK64BCC")).isEqualTo(certificate("1-14316-054027-GK64BCC"));
        assertThat(parse("1-14316-7-GK64BCC")).isEqualTo(certificate("1-14316-000007-GK64BCC"));
    }

    @Test
    void spaces_do_not_count() {
        assertThat(parse(" 1 - 14316 - 054027 - gk64 bcc ")).isEqualTo(certificate("1-14316-054027-GK64BCC"));
    }

    @Test
    void anything_else_is_no_certificate_number() {
        refuses(
                CertificateNumber::parse,
                "MALFORMED",
                "",
                "1",
                "1-14316-054027",
                "1-14316-054027-",
                "11-14316-054027-GK64BCC",
                "-14316-054027-GK64BCC",
                "1-1431-054027-GK64BCC",
                "1-143167-054027-GK64BCC",
                "1-14316--GK64BCC",
                "1-14316-0540270-GK64BCC",
                "1-14316-05402A-GK64BCC",
                "1-1431A-054027-GK64BCC",
                "1-14316-054027-G",
                "1-14316-054027-GK64-BCC",
                "1-14316-054027-GK64BCCD",
                "1-14316-054027-12345",
                "114316054027GK64BCC",
                "1/14316/054027/GK64BCC",
                "*-14316-054027-GK64BCC",
                "1-14316-054027-GK64BCC-");
        refuses(CertificateNumber::parse, "TOO_LONG", "1-14316-054027-GK64BCC" + " ".repeat(19));
        accepts(CertificateNumber::parse, "1-14316-054027-GK64BCC" + " ".repeat(18));
    }

    @Property
    void a_drawn_certificate_number_parses_and_names_its_mark(@ForAll long seed) {
        RegistrationMark mark = new RegistrationMark("GK64BCC");
        CertificateNumber drawn = CertificateNumber.draw(mark, new Random(seed));

        assertThat(drawn.text()).matches("1-[0-9]{5}-[0-9]{6}-GK64BCC");
        assertThat(CertificateNumber.parse(drawn.text())).isEqualTo(Parsed.valid(drawn));
        assertThat(drawn.mark()).isEqualTo(mark);
    }

    private static Parsed<CertificateNumber> parse(String text) {
        return CertificateNumber.parse(text);
    }

    private static Parsed<CertificateNumber> certificate(String text) {
        return Parsed.valid(new CertificateNumber(text));
    }
}
