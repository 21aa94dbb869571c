package uk.vehicleregister.query.print;

import java.util.List;
import java.util.Optional;
import uk.vehicleregister.kernel.event.AttemptFact;
import uk.vehicleregister.kernel.event.AuthorityFact;
import uk.vehicleregister.kernel.event.CaseFact;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.MarkAssigned;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.event.MarkTransferredAway;
import uk.vehicleregister.kernel.event.MarkTransferredIn;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.CertificateNumber;
import uk.vehicleregister.kernel.paper.DocumentReference;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;

/// Which paper an event brings forth, and from what.
final class Drafts {

    /// The vehicle of an event, as it stood right before and right after it.
    interface Vehicles {
        VehicleOnRecord before(VehicleFact fact);

        VehicleOnRecord after(VehicleFact fact);
    }

    private Drafts() {}

    static Optional<Draft> of(Fact fact, Imprint imprint, Vehicles vehicles) {
        return switch (fact) {
            case V5CIssued f -> Optional.of(v5c(f, vehicles.after(f), imprint));
            case EntitlementGranted f -> Optional.of(v778(f, imprint));
            case MarkRetained f -> Optional.of(v948(f.replacement(), f.mark(), f, vehicles.after(f), imprint));
            case MarkAssigned f -> Optional.of(v948(f.mark(), f.replaced(), f, vehicles.after(f), imprint));
            case MarkTransferredAway f -> Optional.of(v948(f.replacement(), f.mark(), f, vehicles.after(f), imprint));
            case MarkTransferredIn f -> Optional.of(v948(f.mark(), f.replaced(), f, vehicles.after(f), imprint));
            case KeeperChanged f -> letter(f, false, vehicles.before(f), imprint);
            case DisposedToTrade f -> letter(f, true, vehicles.before(f), imprint);
            case VehicleFact _, MarkFact _ -> Optional.empty();
            case PaymentFact _, AuthorityFact _, CaseFact _, AttemptFact _ -> Optional.empty();
        };
    }

    private static Draft v5c(V5CIssued issued, VehicleOnRecord vehicle, Imprint imprint) {
        Sealed reference = issued.documentReference().sealed();
        SealedKeeper keeper = vehicle.keeper();
        return new Draft(
                keeper == null ? List.of(reference) : List.of(reference, keeper.details()),
                opened -> new V5cPaper(
                        issued.mark(),
                        new DocumentReference(opened.of(reference)),
                        vehicle.vin(),
                        vehicle.details(),
                        keeper == null ? null : opened.of(keeper),
                        vehicle.keeperSince(),
                        issued.issuedOn(),
                        imprint));
    }

    private static Draft v778(EntitlementGranted granted, Imprint imprint) {
        Sealed number = granted.certificate().sealed();
        return new Draft(
                List.of(number, granted.grantee().details()),
                opened -> new V778Paper(
                        granted.mark(),
                        new CertificateNumber(opened.of(number)),
                        opened.of(granted.grantee()),
                        granted.grantedOn(),
                        granted.expiresOn(),
                        imprint));
    }

    private static Draft v948(
            RegistrationMark mark,
            RegistrationMark replaced,
            VehicleFact change,
            VehicleOnRecord vehicle,
            Imprint imprint) {
        SealedKeeper keeper = vehicle.keeper();
        return new Draft(
                keeper == null ? List.of() : List.of(keeper.details()),
                opened -> new V948Paper(
                        mark, replaced, keeper == null ? null : opened.of(keeper), change.effectiveOn(), imprint));
    }

    /// To the keeper up to then; a vehicle that had none brings no letter.
    private static Optional<Draft> letter(
            VehicleFact sale, boolean toTheTrade, VehicleOnRecord vehicle, Imprint imprint) {
        SealedKeeper seller = vehicle.keeper();
        if (seller == null) return Optional.empty();
        return Optional.of(new Draft(
                List.of(seller.details()),
                opened -> new AcknowledgementLetter(
                        vehicle.mark(),
                        opened.of(seller),
                        toTheTrade,
                        sale.effectiveOn(),
                        null, // no event tells of a refund yet
                        imprint.londonTime().toLocalDate(),
                        imprint)));
    }
}
