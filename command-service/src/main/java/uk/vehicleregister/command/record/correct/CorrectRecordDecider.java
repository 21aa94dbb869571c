package uk.vehicleregister.command.record.correct;

import static uk.vehicleregister.command.desk.Decision.accepted;
import static uk.vehicleregister.command.desk.Decision.refused;
import static uk.vehicleregister.kernel.refusal.RefusalCode.DATE_IN_FUTURE;
import static uk.vehicleregister.kernel.refusal.RefusalCode.NOTHING_TO_CORRECT;
import static uk.vehicleregister.kernel.refusal.RefusalCode.NOT_CORRECTABLE;
import static uk.vehicleregister.kernel.refusal.RefusalCode.NOT_FOUND;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.record.correct.CorrectRecord.Keepership;
import uk.vehicleregister.command.record.correct.CorrectRecord.NeverWas;
import uk.vehicleregister.command.record.correct.Keeping.Kind;
import uk.vehicleregister.command.sale.Changes;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;

/// What a correction of the record amounts to. The newest correction of an event wins; what was believed stays told.
final class CorrectRecordDecider {

    /// Makes numbers and seals names; asked only once nothing stands in the way.
    interface Press {

        SealedKeeper newKeeper();

        /// @param holder null: it is in the trade, and the V5C is nobody's yet
        Credential v5c(@Nullable SealedKeeper holder);
    }

    /// @param namesSameKeeper whether the keeper told of is the one that stands there, which only the keys can tell
    static Decision decide(
            CorrectRecord command, VehicleRecord vehicle, boolean namesSameKeeper, Press press, LocalDate today) {
        if (!vehicle.positions().contains(command.corrects())) return refused(NOT_FOUND);
        return switch (command.correction()) {
            case NeverWas _ -> takenBack(command, vehicle, press, today);
            case Keepership told -> keeperCorrected(command, told, vehicle, namesSameKeeper, press, today);
            case CorrectedDetails told -> detailsCorrected(command, told, vehicle, press, today);
        };
    }

    private static Decision takenBack(CorrectRecord command, VehicleRecord vehicle, Press press, LocalDate today) {
        Keeping keeping = vehicle.keepings().at(command.corrects());
        if (keeping == null || keeping.kind() == Kind.REGISTERED) return refused(NOT_CORRECTABLE);
        if (keeping.neverWas()) return refused(NOTHING_TO_CORRECT);
        Keepings after = vehicle.keepings().with(command.corrects(), keeping.takenBack());
        Changes changes = after.changes();
        return accepted(new KeeperChangeReversed(
                        command.vehicle(),
                        command.corrects(),
                        command.reason(),
                        keeping.date(),
                        after.keeper(),
                        changes.keeperChange(),
                        changes.disposal(),
                        today))
                .and(v5cIfWrong(command, vehicle, after, press, today));
    }

    private static Decision keeperCorrected(
            CorrectRecord command,
            Keepership told,
            VehicleRecord vehicle,
            boolean namesSameKeeper,
            Press press,
            LocalDate today) {
        Keeping keeping = vehicle.keepings().at(command.corrects());
        if (keeping == null || !canBeTold(told, keeping.kind())) return refused(NOT_CORRECTABLE);
        LocalDate date = Objects.requireNonNullElse(told.date(), keeping.date());
        boolean anotherKeeper = told.newKeeper() != null && !namesSameKeeper;
        if (date.isAfter(today)) return refused(DATE_IN_FUTURE);
        if (!keeping.neverWas() && !anotherKeeper && date.equals(keeping.date())) return refused(NOTHING_TO_CORRECT);
        // The newest correction says all there is to say: a keeper corrected before is told again.
        SealedKeeper corrected = anotherKeeper ? press.newKeeper() : keeping.corrected();
        Keepings after = vehicle.keepings().with(command.corrects(), keeping.corrected(date, corrected));
        Changes changes = after.changes();
        return accepted(new KeeperCorrected(
                        command.vehicle(),
                        command.corrects(),
                        command.reason(),
                        corrected,
                        date,
                        after.keeper(),
                        changes.keeperChange(),
                        changes.disposal(),
                        today))
                .and(v5cIfWrong(command, vehicle, after, press, today));
    }

    /// A first registration tells since when, a sale on which date; a disposal tells of no new keeper. A death can only
    /// be taken back.
    private static boolean canBeTold(Keepership told, Kind kind) {
        return switch (kind) {
            case REGISTERED -> told.dateOfSale() == null;
            case SOLD, ACQUIRED -> told.keeperSince() == null;
            case DISPOSED -> told.keeperSince() == null && told.newKeeper() == null;
            case DIED -> false;
        };
    }

    private static Decision detailsCorrected(
            CorrectRecord command, CorrectedDetails told, VehicleRecord vehicle, Press press, LocalDate today) {
        VehicleDetails details = vehicle.details();
        if (details == null || !vehicle.tellingDetails().contains(command.corrects())) return refused(NOT_CORRECTABLE);
        VehicleDetails right = told.over(details);
        if (right.yearOfManufacture() > right.dateOfFirstRegistration().getYear()) return refused(NOT_CORRECTABLE);
        if (right.equals(details)) return refused(NOTHING_TO_CORRECT);
        SealedKeeper keeper = vehicle.keepings().keeper();
        boolean isWrong = keeper != null && hasV5C(vehicle);
        return accepted(new DetailsCorrected(command.vehicle(), command.corrects(), command.reason(), right, today))
                .and(isWrong ? Optional.of(v5c(command, vehicle, keeper, press, today)) : Optional.empty());
    }

    /// The V5C in hand is wrong when it names somebody who is not keeper, or the keeper since another day.
    private static Optional<V5CIssued> v5cIfWrong(
            CorrectRecord command, VehicleRecord vehicle, Keepings after, Press press, LocalDate today) {
        SealedKeeper keeper = after.keeper();
        boolean isWrong = !Objects.equals(keeper, vehicle.keepings().keeper())
                || keeper != null && !since(after).equals(since(vehicle.keepings()));
        return isWrong && hasV5C(vehicle) ? Optional.of(v5c(command, vehicle, keeper, press, today)) : Optional.empty();
    }

    private static LocalDate since(Keepings keepings) {
        return Objects.requireNonNull(keepings.latest()).date();
    }

    private static V5CIssued v5c(
            CorrectRecord command, VehicleRecord vehicle, @Nullable SealedKeeper holder, Press press, LocalDate today) {
        return new V5CIssued(command.vehicle(), Objects.requireNonNull(vehicle.mark()), press.v5c(holder), today);
    }

    private static boolean hasV5C(VehicleRecord vehicle) {
        return !vehicle.markers().hasOneOf(Set.of(Marker.V5C_SUPPRESSED, Marker.EXPORTED, Marker.SCRAPPED));
    }

    private CorrectRecordDecider() {}
}
