package uk.vehicleregister.query.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openpdf.text.PageSize;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.CertificateNumber;
import uk.vehicleregister.kernel.paper.DocumentReference;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.kernel.vehicle.Vin;

/// Each paper as another reader of PDF finds it.
class PaperTest {

    private static final UUID TRANSACTION = UUID.fromString("0b9f8a44-5a34-4a0c-9d3c-3f4f6a8f1c11");
    private static final Imprint IMPRINT = new Imprint(TRANSACTION, 4711, Instant.parse("2026-06-30T23:30:00Z"));
    private static final RegistrationMark MARK = new RegistrationMark("AB51CDE");
    private static final Addressee ADA = new Addressee(
            "Mrs Ada Mary Lovelace-King", List.of("12 ANALYTICAL ROW", "MORRISTON", "SWANSEA", "SA6 7JL"));
    private static final VehicleDetails GOLF = new VehicleDetails(
            "VOLKSWAGEN",
            "GOLF",
            "BLUE",
            "PETROL",
            1595,
            159,
            2001,
            LocalDate.parse("2001-10-02"),
            "M1",
            "2 AXLE RIGID BODY",
            1820,
            "EURO4");

    private static final V5cPaper V5C = v5c(ADA, GOLF);
    private static final V778Paper V778 = new V778Paper(
            MARK,
            new CertificateNumber("1-14316-054027-AB51CDE"),
            ADA,
            LocalDate.parse("2026-07-01"),
            LocalDate.parse("2036-07-01"),
            IMPRINT);
    private static final V750Paper V750 = new V750Paper(
            MARK,
            new CertificateNumber("1-14316-054027-AB51CDE"),
            ADA,
            "Mr Charles Babbage",
            LocalDate.parse("2026-07-01"),
            LocalDate.parse("2036-07-01"),
            IMPRINT);
    private static final V948Paper V948 =
            new V948Paper(MARK, new RegistrationMark("P100ADA"), ADA, LocalDate.parse("2026-07-01"), IMPRINT);
    private static final AcknowledgementLetter LETTER = new AcknowledgementLetter(
            MARK, ADA, true, LocalDate.parse("2026-06-29"), 5, LocalDate.parse("2026-07-01"), IMPRINT);

    private static V5cPaper v5c(Addressee keeper, VehicleDetails details) {
        return new V5cPaper(
                MARK,
                new DocumentReference("12345678901"),
                new Vin("WVWZZZ1JZ3W386752"),
                details,
                keeper,
                LocalDate.parse("2026-06-29"),
                LocalDate.parse("2026-07-01"),
                IMPRINT);
    }

    static Stream<Paper> papers() {
        return Stream.of(V5C, V778, V750, V948, LETTER);
    }

    @Test
    void a_v5c_tells_everything_on_record_in_both_languages() {
        assertThat(read(V5C).text())
                .contains("Vehicle registration certificate", "Tystysgrif gofrestru cerbyd")
                .contains("not proof of ownership", "brawf o berchnogaeth")
                .contains("Document reference Cyfeirnod y ddogfen 12345678901")
                .contains("A Registration mark A Rhif cofrestru AB51 CDE")
                .contains("C.1 Registered keeper C.1 Ceidwad cofrestredig Mrs Ada Mary Lovelace-King")
                .contains("12 ANALYTICAL ROW MORRISTON SWANSEA SA6 7JL")
                .contains("Acquired vehicle on Dyddiad cael y cerbyd 29/06/2026")
                .contains("Issued on Dyddiad cyhoeddi 01/07/2026")
                .contains("B Date of first registration B Dyddiad y cofrestriad cyntaf 02/10/2001")
                .contains("D.1 Make D.1 Gwneuthuriad VOLKSWAGEN")
                .contains("D.3 Model D.3 Model GOLF")
                .contains("R Colour R Lliw BLUE")
                .contains("E VIN E Rhif adnabod y cerbyd WVWZZZ1JZ3W386752")
                .contains("Year of manufacture Blwyddyn gweithgynhyrchu 2001")
                .contains("P.3 Type of fuel P.3 Math o danwydd PETROL")
                .contains("P.1 Engine capacity P.1 Maint yr injan 1595 cc")
                .contains("V.7 CO2 emissions V.7 Allyriadau CO2 159 g/km")
                .contains("V.9 Euro status V.9 Statws Ewro EURO4")
                .contains("J Type approval J Cymeradwyaeth math M1")
                .contains("Wheelplan Cynllun olwynion 2 AXLE RIGID BODY")
                .contains("Revenue weight Pwysau refeniw 1820 kg");
    }

    @Test
    void a_v5c_of_a_vehicle_in_the_trade_names_nobody() {
        VehicleDetails bare = new VehicleDetails(
                "FORD", "A", "RED", "PETROL", null, null, 1979, GOLF.dateOfFirstRegistration(), null, null, null, null);
        assertThat(read(v5c(null, bare)).text())
                .contains("Ceidwad cofrestredig In the trade: no registered keeper / Yn y fasnach: dim ceidwad")
                .contains("Maint yr injan Not recorded / Heb ei gofnodi");
    }

    @Test
    void a_v778_shows_its_number_in_four_boxes_and_whole() {
        assertThat(read(V778).text())
                .contains("Retention document", "Dogfen gadw")
                .contains("Certificate number / Rhif y dystysgrif 1 14316 054027 AB51CDE")
                .contains("Certificate number Rhif y dystysgrif 1-14316-054027-AB51CDE")
                .contains("Registration mark held Rhif cofrestru a gedwir AB51 CDE")
                .contains("Grantee Grantî Mrs Ada Mary Lovelace-King")
                .contains("Issued on Dyddiad cyhoeddi 01/07/2026")
                .contains("Expires on Dyddiad dod i ben 01/07/2036");
    }

    @Test
    void a_v750_names_purchaser_and_nominee() {
        assertThat(read(V750).text())
                .contains("Certificate of entitlement", "Tystysgrif hawl")
                .contains("Certificate number / Rhif y dystysgrif 1 14316 054027 AB51CDE")
                .contains("Registration mark Rhif cofrestru AB51 CDE")
                .contains("Purchaser Prynwr Mrs Ada Mary Lovelace-King")
                .contains("Nominee Enwebai Mr Charles Babbage")
                .contains("Issued on Dyddiad cyhoeddi 01/07/2026")
                .contains("Expires on Dyddiad dod i ben 01/07/2036");
        V750Paper alone = new V750Paper(MARK, V750.number(), ADA, null, V750.issuedOn(), V750.expiresOn(), IMPRINT);
        assertThat(read(alone).text()).contains("Nominee Enwebai None named / Neb wedi'i enwi");
    }

    /// 23:30 UTC on the last day of June is the first of July in London.
    @Test
    void a_v948_is_stamped_with_the_time_in_london() {
        assertThat(read(V948).text())
                .contains("Number plate authorisation certificate", "Tystysgrif awdurdodi platiau rhif")
                .contains("Registration mark Rhif cofrestru AB51 CDE")
                .contains("In place of Yn lle P100 ADA")
                .contains("Name and address Enw a chyfeiriad Mrs Ada Mary Lovelace-King")
                .contains("Issued on Dyddiad cyhoeddi 01/07/2026")
                .contains("Vehicle Register Cofrestr Cerbydau 1 July 2026 00:30 London");
    }

    @Test
    void a_letter_tells_the_former_keeper_what_was_told() {
        assertThat(read(LETTER).text())
                .contains("on 29 June 2026 you sold vehicle AB51 CDE to the motor trade")
                .contains("no longer its registered keeper")
                .contains("gwerthu cerbyd AB51 CDE i'r fasnach foduron ar 29 Mehefin 2026")
                .contains("A refund of vehicle tax for 5 full months is due to you")
                .contains("ad-daliad treth cerbyd am fisoedd llawn (nifer: 5)")
                .contains("Former keeper Cyn-geidwad Mrs Ada Mary Lovelace-King")
                .contains("Date of sale Dyddiad y gwerthiant 29/06/2026");
    }

    @Test
    void a_letter_about_one_month_of_tax_says_month() {
        AcknowledgementLetter letter =
                new AcknowledgementLetter(MARK, ADA, true, LETTER.dateOfSale(), 1, LETTER.issuedOn(), IMPRINT);
        assertThat(read(letter).text()).contains("tax for 1 full month is due", "fisoedd llawn (nifer: 1)");
    }

    @Test
    void a_letter_after_a_private_sale_says_nothing_of_trade_or_refund() {
        AcknowledgementLetter letter =
                new AcknowledgementLetter(MARK, ADA, false, LETTER.dateOfSale(), null, LETTER.issuedOn(), IMPRINT);
        assertThat(read(letter).text())
                .contains("on 29 June 2026 you sold vehicle AB51 CDE.", "gwerthu cerbyd AB51 CDE ar 29 Mehefin 2026.")
                .doesNotContain("trade", "fasnach", "refund", "ad-daliad");
    }

    @ParameterizedTest
    @MethodSource("papers")
    void is_one_page_with_specimen_across_it_and_the_transaction_as_text_and_qr_code(Paper paper) {
        ReadBack read = read(paper);
        assertThat(read.pages()).singleElement().satisfies(page -> {
            assertThat(page.watermark()).isBetween(35, 120);
            assertThat(page.text())
                    .contains("Transaction / Trafodiad: " + TRANSACTION + " SPECIMEN")
                    .contains(paper.code() + " AB51CDE 4711 1");
            assertThat(page.qrCode()).isEqualTo(TRANSACTION.toString());
        });
        assertThat(read.title()).isEqualTo(paper.code() + " " + paper.title().english());
    }

    @ParameterizedTest
    @MethodSource("papers")
    void has_the_address_in_the_window_of_an_envelope(Paper paper) {
        String window = String.join(
                "",
                read(paper).pages().getFirst().texts().stream()
                        .filter(text -> text.left() >= millimetres(20)
                                && text.right() <= millimetres(110)
                                && text.bottom() <= PageSize.A4.getHeight() - millimetres(55)
                                && text.bottom() >= PageSize.A4.getHeight() - millimetres(90))
                        .map(ReadBack.Placed::text)
                        .toList());
        assertThat(window).isEqualTo("Mrs Ada Mary Lovelace-King12 ANALYTICAL ROWMORRISTONSWANSEASA6 7JL");
    }

    @ParameterizedTest
    @MethodSource("papers")
    void is_the_same_to_the_byte_each_time_and_from_many_threads(Paper paper) {
        byte[] first = paper.pdf();
        assertThat(ReadBack.of(first).created()).isEqualTo(IMPRINT.recordedAt());
        assertThat(IntStream.range(0, 40).parallel().mapToObj(_ -> paper.pdf()))
                .allSatisfy(again -> assertThat(again).isEqualTo(first));
    }

    @Test
    void two_papers_are_two_files() {
        Set<String> ids = new HashSet<>();
        papers().forEach(paper -> ids.add(fileId(paper)));
        assertThat(ids).hasSize(5).doesNotContain("");
    }

    /// No text is cut off or runs out of the margins, at lengths no field allows and with words that have no gap.
    @Test
    void long_texts_wrap_and_go_on_over_the_page() {
        Addressee endless = new Addressee(
                "Lord " + "Featherstonehaugh-Cholmondeley ".repeat(40) + "X".repeat(200),
                IntStream.rangeClosed(1, 30)
                        .mapToObj(i -> "LINE " + i + " OF AN ADDRESS WITHOUT END")
                        .toList());
        VehicleDetails wordy = new VehicleDetails(
                "M".repeat(120),
                "LONG MODEL NAME ".repeat(20),
                "BLUE",
                "PETROL",
                1595,
                159,
                2001,
                GOLF.dateOfFirstRegistration(),
                "M1",
                "2 AXLE RIGID BODY",
                1820,
                "EURO4");
        ReadBack read = read(v5c(endless, wordy));

        assertThat(read.pages()).hasSizeGreaterThan(1).allSatisfy(page -> {
            assertThat(page.watermark()).isBetween(35, 120);
            assertThat(page.text()).contains(TRANSACTION + " SPECIMEN");
            assertThat(page.texts()).allSatisfy(text -> {
                assertThat(text.left()).isGreaterThan(millimetres(19));
                assertThat(text.right()).isLessThan(millimetres(191));
                assertThat(text.bottom()).isGreaterThan(millimetres(10));
            });
        });
        String solid = read.text().replace(" ", "");
        assertThat(solid)
                .contains("LINE30OFANADDRESSWITHOUTEND")
                .contains("EURO4")
                .contains("Revenueweight");
        assertThat(solid.chars().filter(c -> c == 'X').count()).isGreaterThanOrEqualTo(200);
    }

    /// As long as the field rules allow: still one page, and the whole address in the window.
    @Test
    void the_longest_names_and_addresses_stay_on_one_page() {
        Addressee longest = new Addressee(
                "Professor " + "W".repeat(16) + " " + "W".repeat(25),
                List.of("W".repeat(30), "W".repeat(30), "W".repeat(30), "W".repeat(20), "SA61 7JL"));
        for (Paper paper : List.of(
                v5c(longest, GOLF),
                new V778Paper(MARK, V778.number(), longest, V778.issuedOn(), V778.expiresOn(), IMPRINT),
                new V948Paper(MARK, MARK, longest, V948.issuedOn(), IMPRINT),
                new AcknowledgementLetter(MARK, longest, true, LETTER.dateOfSale(), 1, LETTER.issuedOn(), IMPRINT))) {
            ReadBack read = read(paper);
            assertThat(read.pages()).as(paper.code()).hasSize(1);
            assertThat(read.text().chars().filter(c -> c == 'W').count())
                    .as(paper.code())
                    .isGreaterThanOrEqualTo(2 * (16 + 25 + 90 + 20));
        }
    }

    @Test
    void a_paper_in_a_log_line_tells_nothing() {
        papers().map(Object::toString)
                .forEach(line -> assertThat(line)
                        .doesNotContain("Ada", "ANALYTICAL", "Babbage", "12345678901", "054027", "AB51", "WVWZZZ"));
    }

    /// For the eye: -Dprint.samples=DIR writes each paper there.
    @Test
    void samples_for_the_eye() throws IOException {
        String directory = System.getProperty("print.samples");
        org.junit.jupiter.api.Assumptions.assumeTrue(directory != null);
        for (Paper paper : papers().toList()) Files.write(Path.of(directory, paper.code() + ".pdf"), paper.pdf());
    }

    private static ReadBack read(Paper paper) {
        return ReadBack.of(paper.pdf());
    }

    private static String fileId(Paper paper) {
        String pdf = new String(paper.pdf(), java.nio.charset.StandardCharsets.ISO_8859_1);
        int at = pdf.lastIndexOf("/ID");
        return at < 0 ? "" : pdf.substring(at, pdf.indexOf(']', at));
    }

    private static float millimetres(float length) {
        return org.openpdf.text.Utilities.millimetersToPoints(length);
    }
}
