package uk.vehicleregister.program.invariants.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.program.invariants.check.History.Entry;

/// The rows about one vehicle, from its facts: how it is now, who kept it, which marks it carried.
final class VehicleRows {

    private final String vehicle;
    private final KeeperRows keepers = new KeeperRows();
    private final LicensingColumns licensing = new LicensingColumns();
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
            keepers.fold(f, position);
            marks.add(new Period<>(f.effectiveOn(), position, f.mark().text()));
        }
        if (fact instanceof DetailsCorrected f) details = f.details();
        if (fact instanceof V5CIssued f) lastV5C = f.issuedOn();
        if (fact instanceof MarkerFact f && f.marker() == Marker.EXPORTED) exported = f.stands();
        if (fact instanceof VehicleMarkFact f)
            marks.add(new Period<>(f.effectiveOn(), position, f.carries().text()));
        if (fact instanceof KeepershipFact f) keepers.fold(f, position);
        licensing.fold(fact, position);
    }

    private void write(Map<ReadTable, List<String>> rows) {
        if (details == null) throw new IllegalStateException("a vehicle that was never registered: " + vehicle);
        String mark = marks.getLast().what();
        Stream<Object> known = Stream.of(vehicle, mark, details.make(), details.colour(), exported, lastV5C);
        rows.get(ReadTable.VEHICLE_ENQUIRY)
                .add(ReadTable.VEHICLE_ENQUIRY.row(
                        Stream.concat(known, Arrays.stream(licensing.columns())).toArray()));
        rows.get(ReadTable.KEEPERSHIP).addAll(keepers.rows(vehicle));
        rows.get(ReadTable.VEHICLE_MARK)
                .addAll(Period.known(
                        marks,
                        (period, end) -> ReadTable.VEHICLE_MARK.row(
                                vehicle, period.from(), end, period.what(), period.position())));
    }
}
