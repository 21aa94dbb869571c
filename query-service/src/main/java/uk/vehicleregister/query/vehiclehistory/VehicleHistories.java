package uk.vehicleregister.query.vehiclehistory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.period.AsOf;
import uk.vehicleregister.query.projection.Snapshots;

/// Puts rows and events together. Events after the position of the rows are left out, so that both halves of the
/// answer are of the same moment.
@Component
class VehicleHistories {

    private record Rows(
            long position,
            VehicleId vehicle,
            @Nullable MarkOnVehicleRow mark,
            @Nullable KeepershipRow keepership) {}

    private final Keeperships keeperships;
    private final MarksOnVehicles marks;
    private final AuditTrail trail;
    private final Snapshots snapshots;
    private final VehicleHistoryProjection projection;

    VehicleHistories(
            Keeperships keeperships,
            MarksOnVehicles marks,
            AuditTrail trail,
            Snapshots snapshots,
            VehicleHistoryProjection projection) {
        this.keeperships = keeperships;
        this.marks = marks;
        this.trail = trail;
        this.snapshots = snapshots;
        this.projection = projection;
    }

    Optional<VehicleHistoryEndpoint.Answer> carrying(RegistrationMark mark, AsOf asOf) {
        return read(
                asOf,
                () -> marks.carrying(mark.text(), asOf.effectiveAt(), asOf.recordedAt()).stream()
                        .findFirst()
                        .map(row -> new VehicleId(row.vehicleId())));
    }

    Optional<VehicleHistoryEndpoint.Answer> of(VehicleId vehicle, AsOf asOf) {
        return read(asOf, () -> Optional.of(vehicle));
    }

    private Optional<VehicleHistoryEndpoint.Answer> read(AsOf asOf, Supplier<Optional<VehicleId>> which) {
        Optional<Rows> rows =
                snapshots.read(projection, position -> which.get().map(vehicle -> rows(position, vehicle, asOf)));
        return rows.flatMap(found -> answer(found, asOf));
    }

    private Rows rows(long position, VehicleId vehicle, AsOf asOf) {
        return new Rows(
                position,
                vehicle,
                marks.at(vehicle.text(), asOf.effectiveAt(), asOf.recordedAt()).orElse(null),
                keeperships
                        .at(vehicle.text(), asOf.effectiveAt(), asOf.recordedAt())
                        .orElse(null));
    }

    private Optional<VehicleHistoryEndpoint.Answer> answer(Rows rows, AsOf asOf) {
        List<AuditTrail.Entry> entries = trail.upTo(rows.position(), VehicleFact.streamOf(rows.vehicle())).stream()
                .filter(entry ->
                        asOf.covers(entry.fact().effectiveOn(), entry.event().recordedAt()))
                .toList();
        VehicleState state = VehicleState.of(
                entries.stream().map(AuditTrail.Entry::fact).toList(),
                rows.mark(),
                keeper(rows.keepership()),
                inTradeSince(rows.keepership()),
                asOf.askedDate());
        if (state == null) return Optional.empty();
        return Optional.of(new VehicleHistoryEndpoint.Answer(rows.vehicle().text(), state, trail.show(entries)));
    }

    private VehicleState.@Nullable Keeper keeper(@Nullable KeepershipRow row) {
        if (row == null || row.keeperType() == KeepershipRow.Type.TRADE || row.keyId() == null) return null;
        Boolean erased = trail.isErased(row.keyId()) ? true : null;
        return new VehicleState.Keeper(row.keeperType().name(), row.keyId(), row.effectiveFrom(), erased);
    }

    private static @Nullable LocalDate inTradeSince(@Nullable KeepershipRow row) {
        return row != null && row.keeperType() == KeepershipRow.Type.TRADE ? row.effectiveFrom() : null;
    }
}
