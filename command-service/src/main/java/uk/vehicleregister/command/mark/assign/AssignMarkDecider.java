package uk.vehicleregister.command.mark.assign;

import static uk.vehicleregister.command.desk.Decision.accepted;
import static uk.vehicleregister.command.desk.Decision.refused;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.entitlement.Entitlement;
import uk.vehicleregister.command.lookup.Markers;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.EntitlementUsed;
import uk.vehicleregister.kernel.event.FeePurpose;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkAssigned;
import uk.vehicleregister.kernel.event.MarkReplaced;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.PaperFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.licensing.Licensing;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// May this mark, held on a certificate, be put on this vehicle?
final class AssignMarkDecider {

    /// GBP 170, for a certificate that has expired (domain.md 1.5).
    static final int LATE_FEE_PENCE = 170_00;

    record Vehicle(
            @Nullable VehicleDetails details, @Nullable SealedKeeper keeper, Markers markers, Licensing licensing) {
        static final Vehicle NEW = new Vehicle(null, null, Markers.NONE, Licensing.UNKNOWN);

        private Vehicle with(@Nullable SealedKeeper newKeeper) {
            return new Vehicle(details, newKeeper, markers, licensing);
        }

        private Vehicle with(VehicleDetails newDetails) {
            return new Vehicle(newDetails, keeper, markers, licensing);
        }

        private Vehicle with(Markers newMarkers) {
            return new Vehicle(details, keeper, newMarkers, licensing);
        }

        private Vehicle with(Licensing newLicensing) {
            return new Vehicle(details, keeper, markers, newLicensing);
        }
    }

    /// What only the holders of keys can tell, answered before the decision.
    ///
    /// @param livesThere whether the postcode is the keeper's
    /// @param certificateMatches whether the number shown is that of the latest certificate
    /// @param keeperMayUseIt whether the keeper is the certificate's holder or nominee; asked where one was named
    /// @param paid whether the fee has been authorised
    /// @param reviewed whether a registrar has accepted what no rule can decide
    record Shown(
            boolean livesThere, boolean certificateMatches, boolean keeperMayUseIt, boolean paid, boolean reviewed) {}

    record Papers(VehicleId vehicleId, @Nullable SealedParty actingBusiness, Credential v5c) {}

    /// @param print makes the numbers and seals the names; asked only once nothing stands in the way
    static Decision decide(
            AssignMark command,
            Vehicle vehicle,
            Entitlement entitlement,
            VehicleId vehicleId,
            Shown shown,
            Supplier<Papers> print,
            LocalDate today) {
        Optional<RefusalCode> stopped = stoppedBy(command, vehicle, shown, today);
        if (stopped.isPresent()) return refused(stopped.get());
        if (!command.granteeConsent()) return refused(RefusalCode.CONSENT_MISSING);
        if (entitlement instanceof Entitlement.None || !shown.certificateMatches())
            return refused(RefusalCode.CERTIFICATE_NOT_MATCHED);
        if (!(entitlement instanceof Entitlement.Held held) || held.isLost(today))
            return refused(RefusalCode.CERTIFICATE_EXPIRED);
        if (held.nominee() != null && !shown.keeperMayUseIt()) return refused(RefusalCode.NOT_GRANTEE_OR_NOMINEE);
        Optional<RefusalCode> doubtful = vehicle.markers().needReview();
        if (doubtful.isPresent() && !shown.reviewed()) {
            return new Decision.UnderReview(doubtful.get(), vehicleId, command.mark());
        }
        if (held.hasExpired(today) && !shown.paid()) {
            return command.canPay()
                    ? new Decision.PaymentDue(FeePurpose.LATE_ASSIGNMENT, LATE_FEE_PENCE)
                    : refused(RefusalCode.FEE_DUE);
        }
        return recorded(command, held, print.get(), today);
    }

    /// Whether the record, and not the certificate, stands in the way.
    static Optional<RefusalCode> stoppedBy(AssignMark command, Vehicle vehicle, Shown shown, LocalDate today) {
        Markers markers = vehicle.markers();
        VehicleDetails details = vehicle.details();
        if (markers.has(Marker.V5C_SUPPRESSED)) return Optional.of(RefusalCode.V5C_SUPPRESSED);
        if (vehicle.keeper() == null) return Optional.of(RefusalCode.NO_KEEPER);
        if (!shown.livesThere()) return Optional.of(RefusalCode.POSTCODE_MISMATCH);
        if (markers.has(Marker.EXPORTED)) return Optional.of(RefusalCode.EXPORTED);
        if (markers.has(Marker.SCRAPPED)) return Optional.of(RefusalCode.SCRAPPED);
        if (markers.has(Marker.STOLEN)) return Optional.of(RefusalCode.STOLEN);
        if (command.mark().isQMark() || command.markToAssign().isQMark()) return Optional.of(RefusalCode.Q_MARK);
        if (details == null || !details.isOfTestableType()) return Optional.of(RefusalCode.NOT_TESTABLE_TYPE);
        if (command.markToAssign().wouldLookNewerThan(details.dateOfFirstRegistration())) {
            return Optional.of(RefusalCode.WOULD_LOOK_NEWER);
        }
        if (!vehicle.licensing().allowsMarkChange(today)) return Optional.of(RefusalCode.NOT_TAXED);
        return Optional.empty();
    }

    private static Decision recorded(AssignMark command, Entitlement.Held held, Papers papers, LocalDate today) {
        VehicleId vehicle = papers.vehicleId();
        return accepted(
                new MarkAssigned(vehicle, command.markToAssign(), command.mark(), papers.actingBusiness(), today),
                new V5CIssued(vehicle, command.markToAssign(), papers.v5c(), today),
                new EntitlementUsed(command.markToAssign(), vehicle, held.hasExpired(today), today),
                new MarkReplaced(command.mark(), vehicle, today));
    }

    static Vehicle evolve(Vehicle before, VehicleFact fact) {
        Vehicle vehicle = before.with(before.licensing().after(fact));
        return switch (fact) {
            case VehicleRegistered f -> new Vehicle(f.details(), f.keeper(), vehicle.markers(), vehicle.licensing());
            case DetailsCorrected f -> vehicle.with(f.details());
            case KeepershipFact f -> vehicle.with(f.keeper());
            case MarkerFact f -> vehicle.with(vehicle.markers().after(f));
            case VehicleMarkFact _, LicensingFact _, PaperFact _ -> vehicle;
        };
    }

    private AssignMarkDecider() {}
}
