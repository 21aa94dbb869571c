package uk.vehicleregister.query.mail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.AttemptFact;
import uk.vehicleregister.kernel.event.AuthorityFact;
import uk.vehicleregister.kernel.event.BatchFact;
import uk.vehicleregister.kernel.event.CaseFact;
import uk.vehicleregister.kernel.event.DisclosureFact;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.ErasureFact;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.MarkAssigned;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.vehicle.TaxOrSorn;

/// Who is written to about a fact, and what. Whether they gave an address is known only when it is unsealed, so for
/// most a mailing is meant and may come to nothing.
record Mailing(Recipient recipient, Template template) {

    static List<Mailing> about(Fact fact) {
        return switch (fact) {
            case DisposedToTrade f ->
                withSeller(
                        f.sellerEmail(),
                        Template.SOLD_TO_TRADE_SELLER,
                        new Mailing(Recipient.TRADER, Template.SOLD_TO_TRADE_TRADER));
            case AcquiredFromTrade f ->
                List.of(
                        new Mailing(
                                Recipient.NEW_KEEPER,
                                f.taxOrSorn() == TaxOrSorn.SORN
                                        ? Template.BOUGHT_FROM_TRADE_KEEPER_SORN
                                        : Template.BOUGHT_FROM_TRADE_KEEPER),
                        new Mailing(Recipient.TRADER, Template.SOLD_FROM_TRADE_TRADER));
            case KeeperChanged f ->
                withSeller(
                        f.sellerEmail(),
                        Template.SOLD_PRIVATELY_SELLER,
                        new Mailing(Recipient.NEW_KEEPER, Template.BOUGHT_PRIVATELY_KEEPER));
            case MarkRetained f ->
                f.actingBusiness() == null
                        ? List.of(new Mailing(Recipient.KEEPER, Template.MARK_RETAINED_KEEPER))
                        : List.of(
                                new Mailing(Recipient.BUSINESS, Template.MARK_RETAINED_BUSINESS),
                                new Mailing(Recipient.KEEPER, Template.MARK_RETAINED_KEEPER_SUMMARY));
            case MarkAssigned f ->
                f.actingBusiness() == null
                        ? List.of(new Mailing(Recipient.KEEPER, Template.MARK_ASSIGNED_KEEPER))
                        : List.of(
                                new Mailing(Recipient.BUSINESS, Template.MARK_ASSIGNED_BUSINESS),
                                new Mailing(Recipient.KEEPER, Template.MARK_ASSIGNED_KEEPER_SUMMARY));
            // An import writes these by the hundred thousand and knows no addresses; domain.md names no mail for them.
            case VehicleRegistered _ -> List.of();
            // The paper follows the record, markers are the registrar's own business, and the facts of a mark are told
            // by
            // the vehicle's own fact of the same transaction.
            case VehicleFact _, MarkFact _ -> List.of();
            // A payment that came to nothing knows nobody's address.
            case PaymentFact _ -> List.of();
            case AuthorityFact _, CaseFact _, AttemptFact _, BatchFact _, ErasureFact _, DisclosureFact _ -> List.of();
        };
    }

    private static List<Mailing> withSeller(@Nullable Sealed sellerEmail, Template toSeller, Mailing other) {
        List<Mailing> mailings = new ArrayList<>();
        if (sellerEmail != null) mailings.add(new Mailing(Recipient.SELLER, toSeller));
        mailings.add(other);
        return List.copyOf(mailings);
    }
}
