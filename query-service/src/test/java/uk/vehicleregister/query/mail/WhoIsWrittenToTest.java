package uk.vehicleregister.query.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.FeePurpose;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.MarkAssigned;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.event.PaymentAuthorised;
import uk.vehicleregister.kernel.event.PaymentClaimed;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.kernel.vehicle.TaxOrSorn;
import uk.vehicleregister.query.TestVehicle;
import uk.vehicleregister.query.mail.post.Attachment;
import uk.vehicleregister.query.mail.post.Letter;

/// From the log to the letters, with everything real but the provider.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoIsWrittenToTest {

    private static final LocalDate DAY = LocalDate.parse("2020-06-01");

    private final MailOffice office = new MailOffice();

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void seller_and_trader_of_a_disposal() {
        TestVehicle vehicle = office.vehicle();
        UUID transaction = office.disposed(vehicle, "seller@example.com", "trader@example.com");
        office.send();

        assertThat(to("seller@example.com").body())
                .contains(vehicle.mark().text(), transaction.toString(), "1 June 2020", "1 Mehefin 2020")
                .contains("no longer its registered keeper");
        assertThat(to("trader@example.com").body())
                .contains("The keeper of vehicle " + vehicle.mark().text());
        assertThat(office.of(transaction, Recipient.SELLER)
                        .get("providerReference")
                        .asString())
                .isEqualTo("theirs-" + transaction + ".seller");
        assertThat(office.state(transaction, Recipient.TRADER)).isEqualTo("SENT");
    }

    @Test
    void a_trader_who_told_us_themselves_reads_another_text() {
        TestVehicle vehicle = office.vehicle();
        office.service.log.appendIn(
                "dealer", UUID.randomUUID(), office.disposal(vehicle, null, "telling-trader@example.com"));
        office.send();

        assertThat(to("telling-trader@example.com").body()).contains("You told us that you bought");
    }

    @Test
    void nobody_who_gave_no_address() {
        UUID transaction = office.disposed(office.vehicle(), null, null);
        int before = office.postbox.letters.size();
        office.send();

        assertThat(office.postbox.letters).hasSize(before);
        assertThat(office.outbox(transaction)).hasSize(1);
        assertThat(office.state(transaction, Recipient.TRADER)).isEqualTo("NOT_NEEDED");
    }

    @Test
    void new_keeper_and_trader_of_an_acquisition() {
        TestVehicle vehicle = office.vehicle();
        office.service.log.append(new AcquiredFromTrade(
                vehicle.id(),
                office.keeper("acquirer@example.com"),
                office.trader("selling-trader@example.com"),
                DAY,
                null,
                TaxOrSorn.SORN,
                List.of()));
        office.send();

        assertThat(to("acquirer@example.com").body()).contains(vehicle.mark().text(), "SORN holds until");
        assertThat(to("selling-trader@example.com").body()).contains("Destroy the rest of the V5C");
    }

    @Test
    void seller_and_new_keeper_of_a_private_sale() {
        TestVehicle vehicle = office.vehicle();
        office.service.log.append(
                new KeeperChanged(
                        vehicle.id(),
                        office.keeper("buyer@example.com"),
                        DAY,
                        null,
                        office.service.log.seal("private-seller@example.com"),
                        List.of()),
                vehicle.v5c(office.service.log, "12345678901", "2020-06-01"));
        office.send();

        assertThat(to("buyer@example.com").body())
                .contains(vehicle.mark().text(), "within 5 working days")
                .doesNotContain("12345678901");
        assertThat(to("private-seller@example.com").body()).contains("4 to 6 weeks");
    }

    @Test
    void keeper_who_retains_a_mark_gets_the_authorisation_and_the_receipt() {
        TestVehicle vehicle = office.vehicle();
        UUID transaction = UUID.randomUUID();
        String payment = "payment-of-" + transaction;
        office.service.log.append(
                transaction,
                new PaymentClaimed(
                        payment, transaction, "print", "retentions", null, FeePurpose.RETENTION, 8000, DAY, null));
        RegistrationMark replacement = TestVehicle.nextMark();
        office.service.log.append(
                transaction,
                new MarkRetained(vehicle.id(), vehicle.mark(), replacement, null, DAY),
                vehicle.v5c(office.service.log, "12345678901", "2020-06-01"),
                granted(vehicle, "retainer@example.com"),
                new PaymentAuthorised(payment, "theirs", DAY));
        office.send();

        Letter letter = to("retainer@example.com");
        assertThat(letter.body())
                .contains("took registration mark " + vehicle.mark().text(), "now carries " + replacement.text())
                .contains("Payment: £80.00", "(eV948) is attached")
                .doesNotContain("12345678901", "1-14316-054027");
        assertThat(letter.attachment()).extracting(Attachment::content).isEqualTo(MailOffice.PDF);
    }

    @Test
    void business_that_retains_a_mark_gets_the_authorisation_and_its_keeper_a_summary() {
        TestVehicle vehicle = office.vehicle();
        office.service.log.append(
                new MarkRetained(
                        vehicle.id(), vehicle.mark(), TestVehicle.nextMark(), office.trader("acting@example.com"), DAY),
                granted(vehicle, "acted-for@example.com"));
        office.send();

        assertThat(to("acting@example.com").attachment()).isNotNull();
        assertThat(to("acted-for@example.com").attachment()).isNull();
        assertThat(to("acted-for@example.com").body()).contains("A business acting for you");
    }

    @Test
    void keeper_on_record_when_a_mark_was_assigned_and_not_a_later_one() {
        TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");
        RegistrationMark put = TestVehicle.nextMark();
        office.service.log.append(vehicle.registered(office.keeper("record@example.com")), vehicle.issued());
        UUID transaction = UUID.randomUUID();
        office.service.log.append(
                transaction,
                new MarkAssigned(vehicle.id(), put, vehicle.mark(), office.trader("assigner@example.com"), DAY));
        office.service.log.append(new KeeperChanged(
                vehicle.id(), office.keeper("later-keeper@example.com"), DAY.plusDays(1), null, null, List.of()));
        office.send();

        assertThat(to("record@example.com").body())
                .contains(
                        "put registration mark " + put.text(),
                        "takes the place of",
                        vehicle.mark().text());
        assertThat(to("assigner@example.com").attachment()).isNotNull();
        assertThat(to("later-keeper@example.com").body()).contains("new registration certificate");
        assertThat(office.outbox(transaction)).hasSize(2);
    }

    @Test
    void nobody_of_a_first_registration() {
        UUID transaction = UUID.randomUUID();
        TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");
        office.service.log.append(
                transaction, vehicle.registered(office.keeper("first@example.com")), vehicle.issued());
        office.send();

        assertThat(office.outbox(transaction)).isEmpty();
    }

    private EntitlementGranted granted(TestVehicle vehicle, String email) {
        SealedParty grantee = office.trader(email);
        return new EntitlementGranted(
                vehicle.mark(),
                vehicle.id(),
                office.service.log.credential("1-14316-054027-X"),
                grantee,
                DAY,
                DAY.plusYears(10));
    }

    private Letter to(String address) {
        List<Letter> found = office.postbox.letters.stream()
                .filter(letter -> letter.to().text().equals(address))
                .toList();
        assertThat(found).as(address).hasSize(1);
        return found.getFirst();
    }
}
