package uk.vehicleregister.command.mark.retain;

import static uk.vehicleregister.command.desk.Decision.accepted;
import static uk.vehicleregister.command.desk.Decision.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.entitlement.Entitlement;
import uk.vehicleregister.command.lookup.Markers;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.FeePurpose;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.MarkReplaced;
import uk.vehicleregister.kernel.event.MarkRestored;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.PaperFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.licensing.Licensing;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// May this vehicle's mark be taken off it and kept on a certificate?
final class RetainMarkDecider {

    /// GBP 80, which covers the later assignment (domain.md 2.5).
    static final int FEE_PENCE = 80_00;

    /// For vehicles first registered earlier there is no automatic replacement mark (domain.md 1.4, 6.16).
    static final LocalDate FIRST_ONLINE = LocalDate.of(1998, 1, 1);

    /// @param original the mark it was first registered with; restored when it is free
    record Vehicle(
            @Nullable RegistrationMark mark,
            @Nullable RegistrationMark original,
            @Nullable VehicleDetails details,
            @Nullable SealedKeeper keeper,
            Markers markers,
            Licensing licensing) {
        static final Vehicle NEW = new Vehicle(null, null, null, null, Markers.NONE, Licensing.UNKNOWN);

        private Vehicle with(@Nullable RegistrationMark newMark) {
            return new Vehicle(newMark, original, details, keeper, markers, licensing);
        }

        private Vehicle with(@Nullable SealedKeeper newKeeper) {
            return new Vehicle(mark, original, details, newKeeper, markers, licensing);
        }

        private Vehicle with(VehicleDetails newDetails) {
            return new Vehicle(mark, original, newDetails, keeper, markers, licensing);
        }

        private Vehicle with(Markers newMarkers) {
            return new Vehicle(mark, original, details, keeper, newMarkers, licensing);
        }

        private Vehicle with(Licensing newLicensing) {
            return new Vehicle(mark, original, details, keeper, markers, newLicensing);
        }
    }

    /// What only the holders of keys and the desk can tell, answered before the decision.
    ///
    /// @param livesThere whether the postcode is the keeper's
    /// @param paid whether the fee has been authorised
    /// @param reviewed whether a registrar has accepted what no rule can decide
    record Shown(boolean livesThere, boolean paid, boolean reviewed) {}

    /// @param restoresOriginal whether the replacement is the vehicle's own first mark, which was free
    record Replacement(RegistrationMark mark, boolean restoresOriginal) {}

    record Papers(
            VehicleId vehicleId,
            Replacement replacement,
            Credential certificate,
            SealedParty grantee,
            @Nullable SealedParty actingBusiness,
            Credential v5c) {}

    private static Optional<RefusalCode> stoppedBy(Vehicle vehicle, boolean livesThere, LocalDate today) {
        Markers markers = vehicle.markers();
        if (markers.has(Marker.V5C_SUPPRESSED)) return Optional.of(RefusalCode.V5C_SUPPRESSED);
        if (vehicle.keeper() == null) return Optional.of(RefusalCode.NO_KEEPER);
        if (!livesThere) return Optional.of(RefusalCode.POSTCODE_MISMATCH);
        if (markers.has(Marker.EXPORTED)) return Optional.of(RefusalCode.EXPORTED);
        if (markers.has(Marker.SCRAPPED)) return Optional.of(RefusalCode.SCRAPPED);
        if (markers.has(Marker.STOLEN)) return Optional.of(RefusalCode.STOLEN);
        if (vehicle.mark() == null || vehicle.mark().isQMark()) return Optional.of(RefusalCode.Q_MARK);
        if (vehicle.details() == null || !vehicle.details().isOfTestableType())
            return Optional.of(RefusalCode.NOT_TESTABLE_TYPE);
        if (vehicle.details().dateOfFirstRegistration().isBefore(FIRST_ONLINE))
            return Optional.of(RefusalCode.PRE_1998);
        if (!vehicle.licensing().allowsMarkChange(today)) return Optional.of(RefusalCode.NOT_TAXED);
        return Optional.empty();
    }

    /// @param print makes the numbers and seals the names; asked only once nothing stands in the way
    static Decision decide(
            RetainMark command,
            Vehicle vehicle,
            VehicleId vehicleId,
            Shown shown,
            Supplier<Papers> print,
            LocalDate today) {
        Optional<RefusalCode> stopped = stoppedBy(vehicle, shown.livesThere(), today);
        if (stopped.isPresent()) return refused(stopped.get());
        Optional<RefusalCode> doubtful = vehicle.markers().needReview();
        if (doubtful.isPresent() && !shown.reviewed()) {
            return new Decision.UnderReview(doubtful.get(), vehicleId, command.mark());
        }
        if (!shown.paid()) return new Decision.PaymentDue(FeePurpose.RETENTION, FEE_PENCE);
        return recorded(command, print.get(), today);
    }

    private static Decision recorded(RetainMark command, Papers papers, LocalDate today) {
        VehicleId vehicle = papers.vehicleId();
        RegistrationMark replacement = papers.replacement().mark();
        return accepted(
                new MarkRetained(vehicle, command.mark(), replacement, papers.actingBusiness(), today),
                new V5CIssued(vehicle, replacement, papers.v5c(), today),
                new EntitlementGranted(
                        command.mark(),
                        vehicle,
                        papers.certificate(),
                        papers.grantee(),
                        today,
                        today.plusYears(Entitlement.YEARS)),
                papers.replacement().restoresOriginal()
                        ? new MarkRestored(replacement, vehicle, today)
                        : new MarkIssued(replacement, vehicle, today));
    }

    static Vehicle evolve(Vehicle before, VehicleFact fact) {
        Vehicle vehicle = before.with(before.licensing().after(fact));
        return switch (fact) {
            case VehicleRegistered f ->
                new Vehicle(f.mark(), f.mark(), f.details(), f.keeper(), vehicle.markers(), vehicle.licensing());
            case DetailsCorrected f -> vehicle.with(f.details());
            case KeepershipFact f -> vehicle.with(f.keeper());
            case VehicleMarkFact f -> vehicle.with(f.carries());
            case MarkerFact f -> vehicle.with(vehicle.markers().after(f));
            case LicensingFact _, PaperFact _ -> vehicle;
        };
    }

    /// A mark that was replaced on its vehicle waits there and may go back to it (contract.md, allocated marks).
    static boolean waitsFor(VehicleId vehicle, List<MarkFact> original) {
        return !original.isEmpty()
                && original.getLast() instanceof MarkReplaced replaced
                && replaced.vehicleId().equals(vehicle);
    }

    private RetainMarkDecider() {}
}
