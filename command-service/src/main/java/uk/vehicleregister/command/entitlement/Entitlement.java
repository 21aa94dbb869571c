package uk.vehicleregister.command.entitlement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.EntitlementBought;
import uk.vehicleregister.kernel.event.EntitlementExtended;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.EntitlementLapsed;
import uk.vehicleregister.kernel.event.EntitlementSurrendered;
import uk.vehicleregister.kernel.event.EntitlementUsed;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.MarkReplaced;
import uk.vehicleregister.kernel.event.MarkRestored;
import uk.vehicleregister.kernel.event.MarkTransferred;
import uk.vehicleregister.kernel.event.NomineeNamed;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.sealing.SealedParty;

/// The right to put a mark on a vehicle, as it stands for one decision.
public sealed interface Entitlement {

    /// Of a new certificate, and what an extension adds; ten since 2015 (domain.md 2.5).
    int YEARS = 10;

    /// So long after expiry the mark can still be used against a fee (domain.md 1.5).
    int YEARS_LATE = 6;

    /// Nobody holds a certificate for the mark: it is unknown, on a vehicle, or given up.
    record None() implements Entitlement {}

    /// Nobody can use it any more; the number of its last certificate still tells its holder so.
    record Lapsed(Credential certificate) implements Entitlement {}

    /// On a certificate whose latest number is this one; the expiry day itself is valid.
    ///
    /// @param holder the grantee of a V778 or the purchaser of a V750
    /// @param nominee on whose vehicle the holder wants the mark, once one was named
    record Held(
            Credential certificate,
            LocalDate expiresOn,
            SealedParty holder,
            @Nullable SealedParty nominee) implements Entitlement {

        public boolean hasExpired(LocalDate today) {
            return today.isAfter(expiresOn);
        }

        public boolean isLost(LocalDate today) {
            return Entitlement.isLost(expiresOn, today);
        }

        public LocalDate lostOn() {
            return Entitlement.lostOn(expiresOn);
        }

        private Held naming(NomineeNamed fact) {
            return new Held(fact.certificate(), expiresOn, holder, fact.nominee());
        }

        private Held until(EntitlementExtended fact) {
            return new Held(fact.certificate(), fact.expiresOn(), holder, nominee);
        }
    }

    /// Not even a fee helps any more; exactly six years after expiry it still does. Assigning and lapsing ask the same
    /// question, so that they never disagree.
    static boolean isLost(LocalDate expiresOn, LocalDate today) {
        return !today.isBefore(lostOn(expiresOn));
    }

    /// The first day on which it cannot be used.
    static LocalDate lostOn(LocalDate expiresOn) {
        return expiresOn.plusYears(YEARS_LATE).plusDays(1);
    }

    static Entitlement evolve(Entitlement entitlement, MarkFact fact) {
        return switch (fact) {
            case EntitlementGranted f -> new Held(f.certificate(), f.expiresOn(), f.grantee(), null);
            case EntitlementBought f -> new Held(f.certificate(), f.expiresOn(), f.purchaser(), f.nominee());
            case NomineeNamed f -> entitlement instanceof Held held ? held.naming(f) : entitlement;
            case EntitlementExtended f -> entitlement instanceof Held held ? held.until(f) : entitlement;
            case EntitlementLapsed _ -> entitlement instanceof Held held ? new Lapsed(held.certificate()) : new None();
            case EntitlementUsed _,
                    EntitlementSurrendered _,
                    MarkIssued _,
                    MarkReplaced _,
                    MarkRestored _,
                    MarkTransferred _ -> new None();
        };
    }
}
