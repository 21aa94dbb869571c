package uk.vehicleregister.query.vehiclehistory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.period.AsOf;

/// What is answered of a vehicle: from its periods, wherever these come from, and its events. Nothing else is asked, so
/// that whoever holds the events can make the same answer.
final class VehicleAnswers {

    private VehicleAnswers() {}

    /// @param stream all events of the vehicle, in order, as far as they are known at all
    static Optional<VehicleHistoryEndpoint.Answer> vehicle(
            VehicleId vehicle,
            @Nullable MarkOnVehicleRow mark,
            @Nullable KeepershipRow keepership,
            List<AuditTrail.Entry> stream,
            AsOf asOf,
            AuditTrail.Erased erased) {
        List<AuditTrail.Entry> counting = CountingEvents.of(stream, asOf);
        VehicleState state = VehicleState.of(
                counting.stream().map(AuditTrail.Entry::fact).toList(),
                mark,
                keeper(keepership, erased),
                inTradeSince(keepership),
                asOf);
        if (state == null) return Optional.empty();
        return Optional.of(
                new VehicleHistoryEndpoint.Answer(vehicle.text(), state, AuditTrail.show(counting, erased), null));
    }

    /// @param keeperships known at the time, begun by the date, in any order
    static Optional<KeeperHistoryEndpoint.Answer> keepers(
            VehicleId vehicle,
            List<KeepershipRow> keeperships,
            List<AuditTrail.Entry> stream,
            AsOf asOf,
            AuditTrail.Erased erased) {
        List<AuditTrail.Entry> counting = CountingEvents.of(stream, asOf).stream()
                .filter(entry -> entry.fact() instanceof VehicleRegistered || entry.fact() instanceof KeepershipFact)
                .toList();
        if (counting.isEmpty()) return Optional.empty();
        Set<UUID> forgotten = erased.among(keeperships.stream()
                .map(KeepershipRow::keyId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return Optional.of(new KeeperHistoryEndpoint.Answer(
                vehicle.text(),
                keeperships.stream()
                        .sorted(Comparator.comparing(KeepershipRow::effectiveFrom)
                                .thenComparing(KeepershipRow::position))
                        .map(row -> new KeeperHistoryEndpoint.Keepership(
                                row.position(),
                                row.keeperType().name(),
                                row.keyId(),
                                row.effectiveFrom(),
                                row.effectiveTo(),
                                row.recordedFrom(),
                                row.keyId() != null && forgotten.contains(row.keyId()) ? true : null))
                        .toList(),
                counting.stream().flatMap(entry -> correction(entry).stream()).toList(),
                AuditTrail.show(counting, erased),
                null));
    }

    private static Optional<KeeperHistoryEndpoint.Correction> correction(AuditTrail.Entry entry) {
        return switch (entry.fact()) {
            case KeeperCorrected f ->
                Optional.of(correction(
                        entry,
                        f.corrects(),
                        KeeperHistoryEndpoint.Kind.CORRECTED,
                        f.correctedDate(),
                        f.correctedKeeper()));
            case KeeperChangeReversed f ->
                Optional.of(correction(entry, f.corrects(), KeeperHistoryEndpoint.Kind.REVERSED, null, null));
            default -> Optional.empty();
        };
    }

    private static KeeperHistoryEndpoint.Correction correction(
            AuditTrail.Entry entry,
            long corrects,
            KeeperHistoryEndpoint.Kind kind,
            @Nullable LocalDate from,
            @Nullable SealedKeeper keeper) {
        return new KeeperHistoryEndpoint.Correction(
                entry.event().position(),
                corrects,
                kind,
                entry.event().recordedAt(),
                from,
                keeper == null ? null : keeper.details().keyId());
    }

    private static VehicleState.@Nullable Keeper keeper(@Nullable KeepershipRow row, AuditTrail.Erased erased) {
        if (row == null || row.keeperType() == KeepershipRow.Type.TRADE || row.keyId() == null) return null;
        Boolean forgotten = erased.among(Set.of(row.keyId())).isEmpty() ? null : true;
        return new VehicleState.Keeper(row.keeperType().name(), row.keyId(), row.effectiveFrom(), forgotten);
    }

    private static @Nullable LocalDate inTradeSince(@Nullable KeepershipRow row) {
        return row != null && row.keeperType() == KeepershipRow.Type.TRADE ? row.effectiveFrom() : null;
    }
}
