package uk.vehicleregister.query.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.MarkAssigned;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.event.PaymentCancelled;
import uk.vehicleregister.kernel.keeper.KeeperType;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.kernel.vehicle.TaxOrSorn;
import uk.vehicleregister.query.TestVehicle;

/// Who is written to (domain.md 1.1 to 1.5).
class MailingTest {

    private static final LocalDate DAY = LocalDate.parse("2020-06-01");
    private static final Sealed TEXT = new Sealed("a sealed text");
    private static final SealedParty PARTY = new SealedParty(TEXT);
    private static final SealedKeeper KEEPER = new SealedKeeper(KeeperType.PERSON, TEXT, TEXT);
    private static final RegistrationMark OTHER = new RegistrationMark("CU57ABC");

    private final TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");

    @Test
    void of_a_disposal_the_seller_who_gave_an_address_and_the_trader() {
        assertThat(Mailing.about(disposed(TEXT)))
                .containsExactly(
                        new Mailing(Recipient.SELLER, Template.SOLD_TO_TRADE_SELLER),
                        new Mailing(Recipient.TRADER, Template.SOLD_TO_TRADE_TRADER));
        assertThat(Mailing.about(disposed(null)))
                .containsExactly(new Mailing(Recipient.TRADER, Template.SOLD_TO_TRADE_TRADER));
    }

    @Test
    void of_an_acquisition_the_new_keeper_and_the_trader() {
        assertThat(Mailing.about(acquired(TaxOrSorn.TAX)))
                .containsExactly(
                        new Mailing(Recipient.NEW_KEEPER, Template.BOUGHT_FROM_TRADE_KEEPER),
                        new Mailing(Recipient.TRADER, Template.SOLD_FROM_TRADE_TRADER));
        assertThat(Mailing.about(acquired(TaxOrSorn.NEITHER)))
                .contains(new Mailing(Recipient.NEW_KEEPER, Template.BOUGHT_FROM_TRADE_KEEPER));
        assertThat(Mailing.about(acquired(TaxOrSorn.SORN)))
                .contains(new Mailing(Recipient.NEW_KEEPER, Template.BOUGHT_FROM_TRADE_KEEPER_SORN));
    }

    @Test
    void of_a_private_sale_the_seller_who_gave_an_address_and_the_new_keeper() {
        assertThat(Mailing.about(sold(TEXT)))
                .containsExactly(
                        new Mailing(Recipient.SELLER, Template.SOLD_PRIVATELY_SELLER),
                        new Mailing(Recipient.NEW_KEEPER, Template.BOUGHT_PRIVATELY_KEEPER));
        assertThat(Mailing.about(sold(null)))
                .containsExactly(new Mailing(Recipient.NEW_KEEPER, Template.BOUGHT_PRIVATELY_KEEPER));
    }

    @Test
    void of_a_retention_the_keeper_and_the_business_that_acts_with_the_authorisation_for_whoever_acts() {
        assertThat(Mailing.about(retained(null)))
                .containsExactly(new Mailing(Recipient.KEEPER, Template.MARK_RETAINED_KEEPER));
        assertThat(Mailing.about(retained(PARTY)))
                .containsExactly(
                        new Mailing(Recipient.BUSINESS, Template.MARK_RETAINED_BUSINESS),
                        new Mailing(Recipient.KEEPER, Template.MARK_RETAINED_KEEPER_SUMMARY));
        assertThat(Template.MARK_RETAINED_KEEPER.hasAuthorisation()).isTrue();
        assertThat(Template.MARK_RETAINED_BUSINESS.hasAuthorisation()).isTrue();
        assertThat(Template.MARK_RETAINED_KEEPER_SUMMARY.hasAuthorisation()).isFalse();
    }

    @Test
    void of_an_assignment_the_keeper_and_the_business_that_acts() {
        assertThat(Mailing.about(assigned(null)))
                .containsExactly(new Mailing(Recipient.KEEPER, Template.MARK_ASSIGNED_KEEPER));
        assertThat(Mailing.about(assigned(PARTY)))
                .containsExactly(
                        new Mailing(Recipient.BUSINESS, Template.MARK_ASSIGNED_BUSINESS),
                        new Mailing(Recipient.KEEPER, Template.MARK_ASSIGNED_KEEPER_SUMMARY));
        assertThat(Template.MARK_ASSIGNED_KEEPER_SUMMARY.hasAuthorisation()).isFalse();
    }

    @Test
    void nobody_of_a_registration_or_of_a_payment_given_back() {
        assertThat(Mailing.about(vehicle.registered(KEEPER))).isEmpty();
        assertThat(Mailing.about(new PaymentCancelled("payment", "PRE_1998", DAY)))
                .isEmpty();
    }

    private DisposedToTrade disposed(@Nullable Sealed sellerEmail) {
        return new DisposedToTrade(vehicle.id(), vehicle.mark(), PARTY, DAY, null, sellerEmail, List.of());
    }

    private AcquiredFromTrade acquired(TaxOrSorn taxOrSorn) {
        return new AcquiredFromTrade(vehicle.id(), KEEPER, PARTY, DAY, null, taxOrSorn, List.of());
    }

    private KeeperChanged sold(@Nullable Sealed sellerEmail) {
        return new KeeperChanged(vehicle.id(), KEEPER, DAY, null, sellerEmail, List.of());
    }

    private MarkRetained retained(@Nullable SealedParty business) {
        return new MarkRetained(vehicle.id(), vehicle.mark(), OTHER, business, DAY);
    }

    private MarkAssigned assigned(@Nullable SealedParty business) {
        return new MarkAssigned(vehicle.id(), OTHER, vehicle.mark(), business, DAY);
    }
}
