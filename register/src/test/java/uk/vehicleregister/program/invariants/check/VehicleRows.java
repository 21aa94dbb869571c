package uk.vehicleregister.program.invariants.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.program.invariants.check.History.Entry;

/// The rows about one vehicle, from its facts: how it is now, who kept it, which marks it carried.
final class VehicleRows {

    private record Keeper(String type, @Nullable UUID key) {}

    private final String vehicle;
    private final List<Period<Keeper>> keepers = new ArrayList<>();
    private final List<Period<String>> marks = new ArrayList<>();
    private @Nullable VehicleDetails details;
    private @Nullable LocalDate lastV5C;
    private boolean exported;

    private VehicleRows(String vehicle) {
        this.vehicle = vehicle;
    }

    static void fold(History history, Map<ReadTable, List<String>> rows) {
        Map<String, VehicleRows> vehicles = new LinkedHashMap<>();
        for (Entry entry : history.entries())
            if (entry.fact() instanceof VehicleFact fact)
                vehicles.computeIfAbsent(fact.vehicleId().text(), VehicleRows::new)
                        .fold(fact, entry.position());
        vehicles.values().forEach(vehicle -> vehicle.write(rows));
    }

    private void fold(VehicleFact fact, long position) {
        if (fact instanceof VehicleRegistered f) {
            details = f.details();
            keepers.add(new Period<>(f.keeperSince(), position, keeper(f.keeper())));
            marks.add(new Period<>(f.effectiveOn(), position, f.mark().text()));
        }
        if (fact instanceof DetailsCorrected f) details = f.details();
        if (fact instanceof V5CIssued f) lastV5C = f.issuedOn();
        if (fact instanceof MarkerFact f && f.marker() == Marker.EXPORTED) exported = f.stands();
        if (fact instanceof VehicleMarkFact f)
            marks.add(new Period<>(f.effectiveOn(), position, f.carries().text()));
        if (fact instanceof KeepershipFact f && beginsAKeepership(f))
            keepers.add(new Period<>(
                    f.effectiveOn(),
                    position,
                    f instanceof DisposedToTrade disposed
                            ? new Keeper("TRADE", disposed.trader().details().keyId())
                            : keeper(f.keeper())));
    }

    private static boolean beginsAKeepership(KeepershipFact fact) {
        return !(fact instanceof KeeperDetailsChanged
                || fact instanceof KeeperCorrected
                || fact instanceof KeeperChangeReversed);
    }

    private static Keeper keeper(@Nullable SealedKeeper keeper) {
        return keeper == null
                ? new Keeper("TRADE", null)
                : new Keeper(keeper.type().name(), keeper.details().keyId());
    }

    private void write(Map<ReadTable, List<String>> rows) {
        if (details == null) throw new IllegalStateException("a vehicle that was never registered: " + vehicle);
        String mark = marks.getLast().what();
        rows.get(ReadTable.VEHICLE_ENQUIRY)
                .add(ReadTable.VEHICLE_ENQUIRY.row(vehicle, mark, details.make(), details.colour(), exported, lastV5C));
        rows.get(ReadTable.KEEPERSHIP)
                .addAll(Period.known(
                        keepers,
                        (period, end) -> ReadTable.KEEPERSHIP.row(
                                vehicle,
                                period.from(),
                                end,
                                period.what().type(),
                                period.what().key(),
                                period.position())));
        rows.get(ReadTable.VEHICLE_MARK)
                .addAll(Period.known(
                        marks,
                        (period, end) -> ReadTable.VEHICLE_MARK.row(
                                vehicle, period.from(), end, period.what(), period.position())));
    }
}
