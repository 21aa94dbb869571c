package uk.vehicleregister.command.keeper.die;

import static uk.vehicleregister.command.desk.Decision.accepted;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.lookup.Markers;
import uk.vehicleregister.command.sale.Changes;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.KeeperDied;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.PaperFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.keeper.KeeperType;
import uk.vehicleregister.kernel.licensing.Licensing;
import uk.vehicleregister.kernel.licensing.TaxRefund;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.TaxRefundReason;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// May the estate take the place of this vehicle's keeper?
final class ReportDeathDecider {

    /// @param registeredAt position of its first registration, which a correction names
    /// @param first the day on which the first keepership began, as it stands after corrections
    record Vehicle(
            long registeredAt,
            @Nullable KeeperType keeper,
            LocalDate first,
            Changes changes,
            Markers markers,
            Licensing licensing) {

        static Vehicle registeredAt(long position) {
            return new Vehicle(position, null, LocalDate.MIN, Changes.NONE, Markers.NONE, Licensing.UNKNOWN);
        }

        private Vehicle with(Licensing newLicensing) {
            return new Vehicle(registeredAt, keeper, first, changes, markers, newLicensing);
        }

        private LocalDate firstAfter(KeepershipFact fact) {
            return fact instanceof KeeperCorrected corrected && corrected.corrects() == registeredAt
                    ? corrected.correctedDate()
                    : first;
        }

        private LocalDate keptSince() {
            LocalDate change = changes.keeperChange();
            return change == null ? first : change;
        }
    }

    record Papers(VehicleId vehicleId, SealedKeeper estate, Credential v5c) {}

    /// @param print makes the number and seals the names; asked only once nothing stands in the way
    static Decision decide(ReportDeath command, Vehicle vehicle, Supplier<Papers> print, LocalDate today) {
        return stoppedByRecord(vehicle)
                .or(() -> stoppedByDate(command.dateOfDeath(), vehicle, today))
                .map(Decision::refused)
                .orElseGet(() -> recorded(command, vehicle, print.get(), today));
    }

    private static Optional<RefusalCode> stoppedByRecord(Vehicle vehicle) {
        Markers markers = vehicle.markers();
        if (markers.has(Marker.V5C_SUPPRESSED)) return Optional.of(RefusalCode.V5C_SUPPRESSED);
        if (vehicle.keeper() == KeeperType.ESTATE) return Optional.of(RefusalCode.ALREADY_AN_ESTATE);
        if (vehicle.keeper() != KeeperType.PERSON) return Optional.of(RefusalCode.NO_PERSON_AS_KEEPER);
        if (markers.has(Marker.EXPORTED)) return Optional.of(RefusalCode.EXPORTED);
        if (markers.has(Marker.SCRAPPED)) return Optional.of(RefusalCode.SCRAPPED);
        if (markers.has(Marker.STOLEN)) return Optional.of(RefusalCode.STOLEN);
        return Optional.empty();
    }

    private static Optional<RefusalCode> stoppedByDate(LocalDate date, Vehicle vehicle, LocalDate today) {
        if (date.isAfter(today)) return Optional.of(RefusalCode.DATE_IN_FUTURE);
        if (date.isBefore(vehicle.keptSince())) return Optional.of(RefusalCode.DATE_BEFORE_KEEPERSHIP);
        return Optional.empty();
    }

    private static Decision recorded(ReportDeath command, Vehicle vehicle, Papers papers, LocalDate today) {
        return accepted(
                        new KeeperDied(papers.vehicleId(), papers.estate(), command.dateOfDeath()),
                        new V5CIssued(papers.vehicleId(), command.mark(), papers.v5c(), today))
                .and(TaxRefund.due(papers.vehicleId(), vehicle.licensing(), TaxRefundReason.DECEASED, today));
    }

    static Vehicle evolve(Vehicle before, VehicleFact fact) {
        Vehicle vehicle = before.with(before.licensing().after(fact));
        return switch (fact) {
            case VehicleRegistered f ->
                new Vehicle(
                        vehicle.registeredAt(),
                        typeOf(f.keeper()),
                        f.keeperSince(),
                        Changes.at(f),
                        vehicle.markers(),
                        vehicle.licensing());
            case KeepershipFact f ->
                new Vehicle(
                        vehicle.registeredAt(),
                        typeOf(f.keeper()),
                        vehicle.firstAfter(f),
                        vehicle.changes().after(f),
                        vehicle.markers(),
                        vehicle.licensing());
            case MarkerFact f ->
                new Vehicle(
                        vehicle.registeredAt(),
                        vehicle.keeper(),
                        vehicle.first(),
                        vehicle.changes(),
                        vehicle.markers().after(f),
                        vehicle.licensing());
            case DetailsCorrected _, VehicleMarkFact _, LicensingFact _, PaperFact _ -> vehicle;
        };
    }

    private static @Nullable KeeperType typeOf(@Nullable SealedKeeper keeper) {
        return keeper == null ? null : keeper.type();
    }

    private ReportDeathDecider() {}
}
