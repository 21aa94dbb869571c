package uk.vehicleregister.query.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.vehicleregister.kernel.event.AttemptFact;
import uk.vehicleregister.kernel.event.AuthorityFact;
import uk.vehicleregister.kernel.event.BatchFact;
import uk.vehicleregister.kernel.event.CaseFact;
import uk.vehicleregister.kernel.event.DisclosureFact;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.EntitlementBought;
import uk.vehicleregister.kernel.event.EntitlementExtended;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.ErasureFact;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.MarkAssigned;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.event.MarkTransferredAway;
import uk.vehicleregister.kernel.event.MarkTransferredIn;
import uk.vehicleregister.kernel.event.NomineeNamed;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.kernel.event.TaxRefundDue;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.CertificateNumber;
import uk.vehicleregister.kernel.paper.DocumentReference;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.sealing.SealedParty;

/// Which paper an event brings forth, and from what.
final class Drafts {

    /// The vehicle of an event, as it stood right before and right after it.
    interface Vehicles {
        VehicleOnRecord before(VehicleFact fact);

        VehicleOnRecord after(VehicleFact fact);

        /// What is due back of the vehicle's tax because of this event.
        Optional<TaxRefundDue> refundWith(VehicleFact fact);

        /// The certificate of a mark, as it stood right after this event.
        Optional<CertificateOnRecord> certificate(MarkFact fact);
    }

    private Drafts() {}

    static Optional<Draft> of(Fact fact, Imprint imprint, Vehicles vehicles) {
        return switch (fact) {
            case V5CIssued f -> Optional.of(v5c(f, vehicles.after(f), imprint));
            case EntitlementGranted f -> certificate(f, vehicles, imprint);
            case EntitlementBought f -> certificate(f, vehicles, imprint);
            case NomineeNamed f -> certificate(f, vehicles, imprint);
            case EntitlementExtended f -> certificate(f, vehicles, imprint);
            case MarkRetained f -> Optional.of(v948(f.replacement(), f.mark(), f, vehicles.after(f), imprint));
            case MarkAssigned f -> Optional.of(v948(f.mark(), f.replaced(), f, vehicles.after(f), imprint));
            case MarkTransferredAway f -> Optional.of(v948(f.replacement(), f.mark(), f, vehicles.after(f), imprint));
            case MarkTransferredIn f -> Optional.of(v948(f.mark(), f.replaced(), f, vehicles.after(f), imprint));
            case KeeperChanged f -> letter(f, false, vehicles, imprint);
            case DisposedToTrade f -> letter(f, true, vehicles, imprint);
            case VehicleFact _, MarkFact _ -> Optional.empty();
            case PaymentFact _,
                    AuthorityFact _,
                    CaseFact _,
                    AttemptFact _,
                    BatchFact _,
                    ErasureFact _,
                    DisclosureFact _ -> Optional.empty();
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

    /// A V778 or V750, first printed or printed anew.
    private static Optional<Draft> certificate(MarkFact fact, Vehicles vehicles, Imprint imprint) {
        return vehicles.certificate(fact)
                .map(held -> held.bought() ? v750(fact, held, imprint) : v778(fact, held, imprint));
    }

    private static Draft v778(MarkFact fact, CertificateOnRecord held, Imprint imprint) {
        Sealed number = held.number().sealed();
        return new Draft(
                List.of(number, held.holder().details()),
                opened -> new V778Paper(
                        fact.mark(),
                        new CertificateNumber(opened.of(number)),
                        opened.of(held.holder()),
                        fact.effectiveOn(),
                        held.expiresOn(),
                        imprint));
    }

    private static Draft v750(MarkFact fact, CertificateOnRecord held, Imprint imprint) {
        Sealed number = held.number().sealed();
        SealedParty nominee = held.nominee();
        List<Sealed> sealed = new ArrayList<>(List.of(number, held.holder().details()));
        if (nominee != null) sealed.add(nominee.details());
        return new Draft(
                sealed,
                opened -> new V750Paper(
                        fact.mark(),
                        new CertificateNumber(opened.of(number)),
                        opened.of(held.holder()),
                        nominee == null ? null : opened.nameOf(nominee),
                        fact.effectiveOn(),
                        held.expiresOn(),
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
    private static Optional<Draft> letter(VehicleFact sale, boolean toTheTrade, Vehicles vehicles, Imprint imprint) {
        VehicleOnRecord vehicle = vehicles.before(sale);
        Optional<TaxRefundDue> refund = vehicles.refundWith(sale);
        SealedKeeper seller = vehicle.keeper();
        if (seller == null) return Optional.empty();
        return Optional.of(new Draft(
                List.of(seller.details()),
                opened -> new AcknowledgementLetter(
                        vehicle.mark(),
                        opened.of(seller),
                        toTheTrade,
                        sale.effectiveOn(),
                        refund.map(TaxRefundDue::months).orElse(null),
                        imprint.londonTime().toLocalDate(),
                        imprint)));
    }
}
