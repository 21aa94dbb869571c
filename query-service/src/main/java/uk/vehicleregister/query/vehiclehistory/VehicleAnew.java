package uk.vehicleregister.query.vehiclehistory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.period.AsOf;
import uk.vehicleregister.query.period.PeriodRow;
import uk.vehicleregister.query.period.Periods;
import uk.vehicleregister.query.projection.Noted;

/// What is answered of a vehicle, worked out anew from nothing but its events, by the folds that fill the tables.
public final class VehicleAnew {

    private final VehicleId vehicle;
    private final List<AuditTrail.Entry> stream;
    private final AsOf asOf;
    private final KeepershipFold keepers;
    private final Periods<MarkOnVehicleRow> marks =
            new Periods<MarkOnVehicleRow>(List.of(), row -> List.of(row.vehicleId()));

    /// @param stream all events of the vehicle, in order
    public VehicleAnew(VehicleId vehicle, List<AuditTrail.Entry> stream, AsOf asOf) {
        this.vehicle = vehicle;
        this.stream = stream;
        this.asOf = asOf;
        this.keepers = KeepershipFold.anew(vehicle);
        for (AuditTrail.Entry entry : stream) {
            if (entry.event().recordedAt().isAfter(asOf.recordedAt())) continue;
            Noted noted = Noted.of(entry.event(), entry.fact());
            VehicleHistoryProjection.fold(noted, (VehicleFact) entry.fact(), keepers, marks);
        }
    }

    /// The answer of `/v1/vehicle-history`; empty where it would have been 404.
    public Optional<?> vehicleHistory(AuditTrail.Erased erased) {
        return VehicleAnswers.vehicle(
                vehicle, at(marks.of(vehicle.text())), at(keepers.of(vehicle)), stream, asOf, erased);
    }

    /// The answer of `/v1/keeper-history`; empty where it would have been 404.
    public Optional<?> keeperHistory(AuditTrail.Erased erased) {
        List<KeepershipRow> begun = keepers.of(vehicle).stream()
                .filter(row -> !row.effectiveFrom().isAfter(asOf.effectiveAt()))
                .toList();
        return VehicleAnswers.keepers(vehicle, begun, stream, asOf, erased);
    }

    /// Whether it carried that mark at the end of the date, as known at the time.
    public boolean carries(RegistrationMark mark) {
        MarkOnVehicleRow row = at(marks.of(vehicle.text()));
        return row != null && row.registrationMark().equals(mark.text());
    }

    private <R extends PeriodRow<R>> @Nullable R at(List<R> rows) {
        LocalDate date = asOf.effectiveAt();
        return rows.stream().filter(row -> row.covers(date)).findFirst().orElse(null);
    }
}
