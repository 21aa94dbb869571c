package uk.vehicleregister.command.mark.assign;

import java.time.LocalDate;
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

/// The right to put a mark on a vehicle, as it stands for one decision.
sealed interface Entitlement {

    /// Nobody holds a certificate for the mark: it is unknown, on a vehicle, or withdrawn.
    record None() implements Entitlement {}

    /// On a certificate whose latest number is this one; the expiry day itself is valid.
    record Held(Credential certificate, LocalDate expiresOn) implements Entitlement {}

    static Entitlement evolve(Entitlement entitlement, MarkFact fact) {
        return switch (fact) {
            case EntitlementGranted f -> new Held(f.certificate(), f.expiresOn());
            case EntitlementBought f -> new Held(f.certificate(), f.expiresOn());
            case NomineeNamed f when entitlement instanceof Held held -> new Held(f.certificate(), held.expiresOn());
            case EntitlementExtended f -> new Held(f.certificate(), f.expiresOn());
            case NomineeNamed _,
                    EntitlementUsed _,
                    EntitlementSurrendered _,
                    EntitlementLapsed _,
                    MarkIssued _,
                    MarkReplaced _,
                    MarkRestored _,
                    MarkTransferred _ -> new None();
        };
    }
}
