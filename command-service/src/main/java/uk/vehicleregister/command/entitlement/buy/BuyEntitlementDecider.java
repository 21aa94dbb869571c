package uk.vehicleregister.command.entitlement.buy;

import static uk.vehicleregister.command.desk.Decision.accepted;
import static uk.vehicleregister.command.desk.Decision.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.entitlement.Entitlement;
import uk.vehicleregister.kernel.event.EntitlementBought;
import uk.vehicleregister.kernel.event.FeePurpose;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.sealing.SealedParty;

/// May this mark be sold?
final class BuyEntitlementDecider {

    /// GBP 250: the GBP 80 of a later assignment and GBP 170 for the mark (domain.md 2.5).
    static final int PRICE_PENCE = 250_00;

    record Papers(
            Credential certificate,
            SealedParty purchaser,
            @Nullable SealedParty nominee) {}

    /// @param ofMark everything ever recorded of the mark
    /// @param print makes the number and seals the names; asked only once nothing stands in the way
    static Decision decide(
            BuyEntitlement command, List<MarkFact> ofMark, boolean paid, Supplier<Papers> print, LocalDate today) {
        if (command.mark().isQMark()) return refused(RefusalCode.MARK_NOT_AVAILABLE);
        if (!command.mark().obeysLetterRules()) return refused(RefusalCode.MARK_NOT_AVAILABLE);
        if (!ofMark.isEmpty()) return refused(RefusalCode.MARK_NOT_AVAILABLE);
        if (!paid) return new Decision.PaymentDue(FeePurpose.ENTITLEMENT, PRICE_PENCE);
        return recorded(command, print.get(), today);
    }

    private static Decision recorded(BuyEntitlement command, Papers papers, LocalDate today) {
        return accepted(new EntitlementBought(
                command.mark(),
                papers.certificate(),
                papers.purchaser(),
                papers.nominee(),
                today,
                today.plusYears(Entitlement.YEARS)));
    }

    private BuyEntitlementDecider() {}
}
