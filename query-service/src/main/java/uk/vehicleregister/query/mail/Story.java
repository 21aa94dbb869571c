package uk.vehicleregister.query.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.MarkAssigned;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.event.PaymentClaimed;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.sealing.SealedParty;

/// What the log says about the transaction a mail is about.
///
/// @param fact the one the mail is owed for
/// @param transaction all facts of its transaction
/// @param role of whoever told the register, as their token said
/// @param claim of the payment, where there was one
record Story(
        VehicleFact fact,
        List<Fact> transaction,
        VehicleThen vehicle,
        String role,
        @Nullable PaymentClaimed claim) {

    private static final String DEALER = "dealer";

    /// The sealed text that holds the recipient's address: the address itself of a seller, else the JSON of a person
    /// with an `email` in it or none. Empty when the log holds none.
    Optional<Sealed> sealedAddress(Recipient recipient) {
        return switch (recipient) {
            case SELLER -> seller();
            case NEW_KEEPER -> keeperOnRecord();
            case TRADER -> trader().map(SealedParty::details);
            case BUSINESS -> business().map(SealedParty::details);
            // of a retention the address given for it, not the one on record (domain.md 1.4)
            case KEEPER -> fact instanceof MarkRetained ? grantee() : keeperOnRecord();
        };
    }

    private Optional<Sealed> seller() {
        if (fact instanceof DisposedToTrade f) return Optional.ofNullable(f.sellerEmail());
        return fact instanceof KeeperChanged f ? Optional.ofNullable(f.sellerEmail()) : Optional.empty();
    }

    private Optional<SealedParty> trader() {
        if (fact instanceof DisposedToTrade f) return Optional.of(f.trader());
        return fact instanceof AcquiredFromTrade f ? Optional.of(f.trader()) : Optional.empty();
    }

    private Optional<SealedParty> business() {
        if (fact instanceof MarkRetained f) return Optional.ofNullable(f.actingBusiness());
        return fact instanceof MarkAssigned f ? Optional.ofNullable(f.actingBusiness()) : Optional.empty();
    }

    private Optional<Sealed> grantee() {
        return transaction.stream()
                .filter(EntitlementGranted.class::isInstance)
                .map(granted -> ((EntitlementGranted) granted).grantee().details())
                .findFirst();
    }

    private Optional<Sealed> keeperOnRecord() {
        return Optional.ofNullable(vehicle.keeper()).map(SealedKeeper::details);
    }

    /// A trader who told us themselves reads another text than one whom the keeper named (domain.md 1.1).
    Template told(Template template) {
        return template == Template.SOLD_TO_TRADE_TRADER && !role.equals(DEALER)
                ? Template.SOLD_TO_TRADE_TRADER_TOLD_BY_KEEPER
                : template;
    }

    /// What the texts may name. No document reference is among it: a mark and its reference together would let whoever
    /// reads the mail transfer the vehicle (domain.md 1.1). No certificate number either: it goes by post only.
    Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        if (vehicle.mark() != null) words.put("mark", vehicle.mark().text());
        if (fact instanceof MarkRetained retained)
            words.put("retained", retained.mark().text());
        if (fact instanceof MarkAssigned assigned)
            words.put("replaced", assigned.replaced().text());
        if (claim != null)
            words.put("amount", "£%d.%02d".formatted(claim.amountPence() / 100, claim.amountPence() % 100));
        return words;
    }
}
