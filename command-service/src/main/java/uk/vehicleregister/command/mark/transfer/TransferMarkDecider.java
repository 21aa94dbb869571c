package uk.vehicleregister.command.mark.transfer;

import static uk.vehicleregister.command.desk.Decision.accepted;
import static uk.vehicleregister.command.desk.Decision.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.kernel.event.FeePurpose;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.MarkReplaced;
import uk.vehicleregister.kernel.event.MarkRestored;
import uk.vehicleregister.kernel.event.MarkTransferred;
import uk.vehicleregister.kernel.event.MarkTransferredAway;
import uk.vehicleregister.kernel.event.MarkTransferredIn;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// May this mark go straight from one vehicle to the other? Both pass what a retention and an assignment ask for.
final class TransferMarkDecider {

    /// GBP 80, as for a retention with its assignment (domain.md 2.5).
    static final int FEE_PENCE = 80_00;

    /// For vehicles first registered earlier there is no automatic replacement mark (domain.md 1.4, 6.16).
    static final LocalDate FIRST_ONLINE = LocalDate.of(1998, 1, 1);

    /// The vehicle that gives the mark and the one that gets it.
    record Pair(VehicleInTransfer from, VehicleInTransfer to) {

        private boolean eitherHas(Marker marker) {
            return from.markers().has(marker) || to.markers().has(marker);
        }
    }

    /// What only the holders of keys can tell, answered before the decision.
    ///
    /// @param livesAtBoth whether the postcode is that of both keepers
    /// @param sameKeeper whether both keepers have one name; asked only where the postcode is that of both
    /// @param paid whether the fee has been authorised
    /// @param reviewed whether a registrar has accepted what no rule can decide
    record Shown(boolean livesAtBoth, boolean sameKeeper, boolean paid, boolean reviewed) {}

    /// @param restoresOriginal whether the replacement is the vehicle's own first mark, which was free
    record Replacement(RegistrationMark mark, boolean restoresOriginal) {}

    record Papers(VehicleId from, VehicleId to, Replacement replacement, Credential fromV5c, Credential toV5c) {}

    /// @param print makes the numbers; asked only once nothing stands in the way
    static Decision decide(
            TransferMark command,
            Pair pair,
            VehicleId fromVehicle,
            Shown shown,
            Supplier<Papers> print,
            LocalDate today) {
        Optional<RefusalCode> stopped =
                stoppedByRecord(command, pair, shown).or(() -> stoppedByVehicles(command, pair, today));
        if (stopped.isPresent()) return refused(stopped.get());
        Optional<RefusalCode> doubtful = doubtful(pair);
        if (doubtful.isPresent() && !shown.reviewed()) {
            return new Decision.UnderReview(doubtful.get(), fromVehicle, command.mark());
        }
        if (!shown.paid()) return new Decision.PaymentDue(FeePurpose.TRANSFER, FEE_PENCE);
        return recorded(command, print.get(), today);
    }

    private static Optional<RefusalCode> stoppedByRecord(TransferMark command, Pair pair, Shown shown) {
        if (pair.eitherHas(Marker.V5C_SUPPRESSED)) return Optional.of(RefusalCode.V5C_SUPPRESSED);
        if (pair.from().keeper() == null || pair.to().keeper() == null) return Optional.of(RefusalCode.NO_KEEPER);
        if (!shown.livesAtBoth()) return Optional.of(RefusalCode.POSTCODE_MISMATCH);
        if (!shown.sameKeeper()) return Optional.of(RefusalCode.DIFFERENT_KEEPERS);
        if (pair.eitherHas(Marker.STOLEN)) return Optional.of(RefusalCode.STOLEN);
        if (pair.eitherHas(Marker.EXPORTED)) return Optional.of(RefusalCode.EXPORTED);
        if (pair.eitherHas(Marker.SCRAPPED)) return Optional.of(RefusalCode.SCRAPPED);
        if (command.mark().isQMark() || command.replaced().isQMark()) return Optional.of(RefusalCode.Q_MARK);
        return Optional.empty();
    }

    private static Optional<RefusalCode> doubtful(Pair pair) {
        return pair.from().markers().needReview().or(() -> pair.to().markers().needReview());
    }

    private static Optional<RefusalCode> stoppedByVehicles(TransferMark command, Pair pair, LocalDate today) {
        if (!mayChangeMark(pair.from(), today) || !mayChangeMark(pair.to(), today))
            return Optional.of(RefusalCode.NOT_TAXED);
        if (!isTested(pair.from()) || !isTested(pair.to())) return Optional.of(RefusalCode.NOT_TESTABLE_TYPE);
        if (firstRegistered(pair.from()).isBefore(FIRST_ONLINE)) return Optional.of(RefusalCode.PRE_1998);
        if (command.mark().wouldLookNewerThan(firstRegistered(pair.to())))
            return Optional.of(RefusalCode.WOULD_LOOK_NEWER);
        return Optional.empty();
    }

    private static boolean mayChangeMark(VehicleInTransfer vehicle, LocalDate today) {
        return vehicle.licensing().allowsMarkChange(today);
    }

    private static boolean isTested(VehicleInTransfer vehicle) {
        return vehicle.details() != null && vehicle.details().isOfTestableType();
    }

    private static LocalDate firstRegistered(VehicleInTransfer vehicle) {
        return Objects.requireNonNull(vehicle.details()).dateOfFirstRegistration();
    }

    private static Decision recorded(TransferMark command, Papers papers, LocalDate today) {
        RegistrationMark mark = command.mark();
        RegistrationMark replacement = papers.replacement().mark();
        VehicleId from = papers.from();
        VehicleId to = papers.to();
        return accepted(
                new MarkTransferredAway(from, mark, replacement, to, today),
                new V5CIssued(from, replacement, papers.fromV5c(), today),
                new MarkTransferredIn(to, mark, command.replaced(), from, today),
                new V5CIssued(to, mark, papers.toV5c(), today),
                new MarkTransferred(mark, from, to, today),
                papers.replacement().restoresOriginal()
                        ? new MarkRestored(replacement, from, today)
                        : new MarkIssued(replacement, from, today),
                new MarkReplaced(command.replaced(), to, today));
    }

    /// A mark that was replaced on its vehicle waits there and may go back to it (contract.md, allocated marks).
    static boolean waitsFor(VehicleId vehicle, List<MarkFact> original) {
        return !original.isEmpty()
                && original.getLast() instanceof MarkReplaced replaced
                && replaced.vehicleId().equals(vehicle);
    }

    private TransferMarkDecider() {}
}
