package uk.vehicleregister.query.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.event.EntitlementBought;
import uk.vehicleregister.kernel.event.EntitlementExtended;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.NomineeNamed;
import uk.vehicleregister.kernel.event.TaxRefundDue;
import uk.vehicleregister.kernel.keeper.Address;
import uk.vehicleregister.kernel.keeper.Nominee;
import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.keeper.Purchaser;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.TaxRefundReason;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.TestVehicle;
import uk.vehicleregister.query.projection.Noted;

/// The papers over HTTP, printed from a real log.
class PapersFromLogTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final LocalDate DAY_OF_REFUND = LocalDate.parse("2020-05-06");

    private final RunningService service = RunningService.shared();
    private final PrintedVehicle printed = PrintedVehicle.in(service.log);
    private final TestVehicle vehicle = printed.vehicle();

    @Test
    void a_v5c_is_a_pdf_that_no_cache_keeps() {
        UUID transaction = UUID.randomUUID();
        long position = service.log.append(
                transaction,
                vehicle.registered(printed.ada()),
                vehicle.issued(),
                vehicle.v5c(service.log, "12345678901", "2010-03-02"));
        HttpResponse<byte[]> answer = get(position);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("inline; filename=\"v5c-" + position + ".pdf\"");
        ReadBack read = ReadBack.of(answer.body());
        assertThat(read.text())
                .contains(
                        "Cyfeirnod y ddogfen 12345678901",
                        "A Rhif cofrestru " + vehicle.mark().display())
                .contains("C.1 Ceidwad cofrestredig " + PrintedVehicle.ADA + " 12 ANALYTICAL ROW SWANSEA SA6 7JL")
                .contains("Dyddiad cael y cerbyd 01/03/2010", "Dyddiad cyhoeddi 02/03/2010", "VOLKSWAGEN");
        assertThat(read.pages().getFirst().qrCode()).isEqualTo(transaction.toString());
    }

    @Test
    void a_bought_mark_has_a_v750_which_is_printed_anew_with_its_nominee_and_its_last_day() {
        RegistrationMark mark = TestVehicle.nextMark();
        LocalDate day = LocalDate.parse("2026-07-01");
        Address address = new Address(List.of("1 COMPILER ROW"), "SWANSEA", new Postcode("SA67JL"));
        Sealed purchaser = service.log.seal(EventJson.write(new Purchaser("GRACE HOPPER", address, null)));
        Sealed nominee = service.log.seal(EventJson.write(new Nominee("ALAN TURING", null, null)));
        long bought = service.log.append(new EntitlementBought(
                mark,
                service.log.credential("1-14316-054027-" + mark.text()),
                new SealedParty(purchaser),
                null,
                day,
                day.plusYears(10)));
        long named = service.log.append(new NomineeNamed(
                mark,
                service.log.credential("1-14317-054028-" + mark.text()),
                new SealedParty(nominee),
                day.plusDays(1),
                day.plusYears(10)));
        long extended = service.log.append(new EntitlementExtended(
                mark, service.log.credential("1-14318-054029-" + mark.text()), day.plusDays(2), day.plusYears(20)));

        assertThat(text(bought))
                .contains("GRACE HOPPER", mark.display(), "14316", "01/07/2036")
                .doesNotContain("TURING");
        assertThat(text(named)).contains("GRACE HOPPER", "ALAN TURING", "14317").doesNotContain("14316");
        assertThat(text(extended)).contains("GRACE HOPPER", "ALAN TURING", "14318", "01/07/2046");
    }

    @Test
    void a_paper_printed_again_later_says_the_same_to_the_byte() {
        long first = service.log.append(
                vehicle.registered(printed.ada()), vehicle.v5c(service.log, "11111111111", "2010-03-02"));
        byte[] then = get(first).body();
        service.log.append(printed.retained(vehicle.mark(), TestVehicle.nextMark(), "2015-01-01"));
        service.log.append(
                vehicle.sold(printed.charles(), "2020-05-05"), vehicle.v5c(service.log, "33333333333", "2020-05-06"));

        assertThat(get(first).body()).isEqualTo(then);
    }

    @Test
    void a_v5c_after_a_sale_names_the_buyer_and_not_the_seller() {
        service.log.append(vehicle.registered(printed.ada()), vehicle.v5c(service.log, "11111111111", "2010-03-02"));
        long position = service.log.append(
                vehicle.sold(printed.charles(), "2020-05-05"), vehicle.v5c(service.log, "22222222222", "2020-05-06"));

        assertThat(text(position))
                .contains("Ceidwad cofrestredig " + PrintedVehicle.CHARLES + " 5 DEVON LANE SWANSEA SA6 Acquired")
                .contains("Dyddiad cael y cerbyd 05/05/2020")
                .doesNotContain("Ada");
    }

    @Test
    void a_v5c_out_of_the_trade_names_the_buyer_and_one_in_the_trade_nobody() {
        long inTrade =
                service.log.append(vehicle.registered(null), vehicle.v5c(service.log, "11111111111", "2010-03-02"));
        long out = service.log.append(
                vehicle.acquired(service.log, printed.engines(), "2010-04-01"),
                vehicle.v5c(service.log, "22222222222", "2010-04-02"));

        assertThat(text(inTrade)).contains("In the trade: no registered keeper");
        assertThat(text(out))
                .contains("Ceidwad cofrestredig " + PrintedVehicle.ENGINES + " THE WORKS SWANSEA Acquired");
    }

    @Test
    void a_retention_prints_v948_v5c_and_v778() {
        service.log.append(vehicle.registered(printed.ada()), vehicle.issued());
        RegistrationMark replacement = TestVehicle.nextMark();
        long end = service.log.append(printed.retained(vehicle.mark(), replacement, "2020-06-01"));

        assertThat(text(end - 3))
                .contains("Number plate authorisation certificate")
                .contains("Rhif cofrestru " + replacement.display())
                .contains("Yn lle " + vehicle.mark().display())
                .contains("Enw a chyfeiriad " + PrintedVehicle.ADA, "Dyddiad cyhoeddi 01/06/2020");
        assertThat(text(end - 2)).contains("22222222222", "A Rhif cofrestru " + replacement.display());
        assertThat(text(end - 1))
                .contains("1 14316 054027 " + vehicle.mark().text())
                .contains("Grantî " + PrintedVehicle.ADA, "Dyddiad dod i ben 01/06/2030");
    }

    @Test
    void an_assignment_prints_a_v948_for_the_mark_that_was_put_on() {
        service.log.append(vehicle.registered(printed.ada()), vehicle.issued());
        RegistrationMark put = TestVehicle.nextMark();
        long end = service.log.append(vehicle.assigned(service.log, put, "2020-06-01"));

        assertThat(text(end - 3))
                .contains("V948", "Rhif cofrestru " + put.display())
                .contains("Yn lle " + vehicle.mark().display());
    }

    @Test
    void a_letter_goes_to_the_seller_and_tells_nothing_of_the_buyer() {
        service.log.append(vehicle.registered(printed.ada()), vehicle.issued());
        RegistrationMark replacement = TestVehicle.nextMark();
        service.log.append(printed.retained(vehicle.mark(), replacement, "2019-01-01"));
        long position = service.log.append(vehicle.sold(printed.charles(), "2020-05-05"));

        assertThat(text(position))
                .contains("Acknowledgement of a sale", "Cyn-geidwad " + PrintedVehicle.ADA + " 12 ANALYTICAL ROW")
                .contains("on 5 May 2020 you sold vehicle " + replacement.display() + ".")
                .doesNotContain("Babbage", "DEVON", "trade");
    }

    @Test
    void a_letter_follows_a_sale_to_the_trade() {
        service.log.append(vehicle.registered(printed.ada()), vehicle.issued());
        long position = service.log.append(vehicle.disposed(service.log, "2020-05-05"));

        assertThat(text(position))
                .contains("Cyn-geidwad " + PrintedVehicle.ADA)
                .contains("you sold vehicle " + vehicle.mark().display() + " to the motor trade.");
    }

    @Test
    void a_letter_tells_of_the_tax_that_is_due_back_for_the_sale() {
        service.log.append(vehicle.registered(printed.ada()), vehicle.issued());
        long sold = service.log.append(
                        vehicle.sold(printed.charles(), "2020-05-05"),
                        vehicle.v5c(service.log, "22222222222", "2020-05-06"),
                        refund(TaxRefundReason.SOLD, 3))
                - 2;
        long disposed = service.log.append(
                        vehicle.disposed(service.log, "2020-08-05"), refund(TaxRefundReason.SOLD_TO_TRADE, 1))
                - 1;

        assertThat(text(sold)).contains("A refund of vehicle tax for 3 full months is due to you", "(nifer: 3)");
        assertThat(text(disposed)).contains("A refund of vehicle tax for 1 full month is due to you");
    }

    @Test
    void a_letter_tells_nothing_of_the_tax_that_is_due_back_for_something_else() {
        service.log.append(vehicle.registered(printed.ada()), vehicle.issued());
        long position = service.log.append(
                        vehicle.sold(printed.charles(), "2020-05-05"),
                        vehicle.v5c(service.log, "22222222222", "2020-05-06"),
                        vehicle.marked(Marker.WRITE_OFF_N, "2020-05-06"))
                - 2;
        service.log.append(refund(TaxRefundReason.OFF_ROAD, 2));

        assertThat(text(position)).contains("you sold vehicle").doesNotContain("refund", "ad-daliad");
    }

    @Test
    void a_letter_tells_nothing_of_the_tax_of_another_vehicle_in_the_same_append() {
        PrintedVehicle other = PrintedVehicle.in(service.log);
        service.log.append(vehicle.registered(printed.ada()), vehicle.issued());
        service.log.append(other.vehicle().registered(other.charles()));
        TaxRefundDue others = new TaxRefundDue(
                other.vehicle().id(), TaxRefundReason.SOLD, 7, LocalDate.parse("2020-12-31"), DAY_OF_REFUND);
        long position = service.log.append(vehicle.disposed(service.log, "2020-05-05"), others) - 1;

        assertThat(text(position)).doesNotContain("refund");
    }

    private TaxRefundDue refund(TaxRefundReason reason, int months) {
        return new TaxRefundDue(vehicle.id(), reason, months, LocalDate.parse("2020-12-31"), DAY_OF_REFUND);
    }

    @Test
    void what_named_an_erased_person_is_gone_and_the_rest_is_not() throws SQLException {
        SealedKeeper ada = printed.ada();
        long first = service.log.append(vehicle.registered(ada), vehicle.v5c(service.log, "11111111111", "2010-03-02"));
        long retained = service.log.append(printed.retained(vehicle.mark(), TestVehicle.nextMark(), "2015-01-01")) - 3;
        long v5c = service.log.append(
                vehicle.sold(printed.charles(), "2020-05-05"), vehicle.v5c(service.log, "33333333333", "2020-05-06"));
        long letter = v5c - 1;
        for (long paper : List.of(first, retained, letter))
            assertThat(get(paper).statusCode()).isEqualTo(200);
        erase(ada.details());

        for (long paper : List.of(first, retained, letter)) {
            HttpResponse<byte[]> answer = get(paper);
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("\"code\":\"DOCUMENT_ERASED\"", "latest documents");
        }
        assertThat(text(v5c)).contains(PrintedVehicle.CHARLES);
        assertThat(text(retained + 2)).contains("Grantî " + PrintedVehicle.ADA); // a role of its own, a key of its own
    }

    @Test
    void an_erased_number_takes_its_paper_along() throws SQLException {
        var v5c = vehicle.v5c(service.log, "11111111111", "2010-03-02");
        long position = service.log.append(vehicle.registered(printed.ada()), v5c);
        erase(v5c.documentReference().sealed());

        assertThat(get(position).statusCode()).isEqualTo(410);
    }

    @Test
    void where_nothing_was_printed_nothing_is_found() {
        long marker = service.log.append(vehicle.registered(null), vehicle.marked(Marker.STOLEN, "2010-03-02"));
        long toNobody = service.log.append(vehicle.sold(printed.ada(), "2010-04-01"));

        for (String position : List.of(
                "" + marker, "" + (marker - 1), "" + toNobody, "999999999999999999", "-1", "abc", "1e3", "00x")) {
            HttpResponse<byte[]> answer = get(position, "registrar");
            assertThat(answer.statusCode()).as(position).isEqualTo(404);
            assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                    .as(position)
                    .contains("\"code\":\"NOT_FOUND\"");
        }
    }

    @Test
    void every_document_that_the_search_names_can_be_had() {
        UUID transaction = UUID.randomUUID();
        service.log.append(vehicle.registered(printed.ada()), vehicle.issued());
        long end =
                service.log.append(transaction, printed.retained(vehicle.mark(), TestVehicle.nextMark(), "2020-06-01"));
        var found = service.postAs(
                        "registrar", end, "/v1/documents/search", "{\"transactionId\":\"%s\"}".formatted(transaction))
                .json();

        assertThat(found.size()).isEqualTo(3);
        found.forEach(document -> assertThat(
                        ReadBack.of(get(document.get("position").asLong()).body())
                                .title())
                .startsWith(document.get("type").asString() + " "));
    }

    @Test
    void other_rooms_get_the_v948_of_a_transaction() {
        service.log.append(vehicle.registered(printed.ada()), vehicle.issued());
        Fact[] facts = printed.retained(vehicle.mark(), TestVehicle.nextMark(), "2020-06-01");
        long end = service.log.append(facts);
        List<Noted> transaction = new ArrayList<>();
        for (int i = 0; i < facts.length; i++)
            transaction.add(new Noted(end - facts.length + 1 + i, Instant.EPOCH, UUID.randomUUID(), facts[i]));
        Papers papers = service.bean(Papers.class);

        assertThat(papers.v948(transaction.reversed())).isInstanceOfSatisfying(Printing.Done.class, done -> {
            assertThat(done.code()).isEqualTo("V948");
            assertThat(done.pdf()).isEqualTo(get(end - 3).body());
        });
        assertThat(papers.v948(transaction.subList(1, 4))).isEqualTo(new Printing.NothingToPrint());
    }

    private void erase(Sealed sealed) throws SQLException {
        try (Connection owner = service.database.owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("select log.erase_data_key('" + sealed.keyId() + "')");
        }
    }

    private String text(long position) {
        return ReadBack.of(get(position).body()).text();
    }

    private HttpResponse<byte[]> get(long position) {
        return get("" + position, "registrar");
    }

    private HttpResponse<byte[]> get(String position, String role) {
        try {
            return HTTP.send(
                    service.request("/v1/documents/" + position, "Authorization", "Bearer " + service.token(role))
                            .GET()
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
