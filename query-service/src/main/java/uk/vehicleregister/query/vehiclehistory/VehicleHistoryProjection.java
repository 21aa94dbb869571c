package uk.vehicleregister.query.vehiclehistory;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.PaperFact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.query.period.PeriodRow;
import uk.vehicleregister.query.period.Periods;
import uk.vehicleregister.query.projection.Noted;
import uk.vehicleregister.query.projection.Projection;

/// Keeperships and marks of each vehicle in both times. What else the history shows is folded from the vehicle's events
/// when it is asked for.
@Component
class VehicleHistoryProjection implements Projection {

    static final String NAME = "vehicle-history";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("keepership", "keepership_correction", "vehicle_mark");
    }

    @Override
    public Set<Class<? extends Fact>> families() {
        return Set.of(VehicleFact.class);
    }

    @Override
    public void project(List<Noted> events, StatelessSession rows) {
        Set<String> registered = new HashSet<>();
        Set<String> keepersChange = new HashSet<>();
        Set<String> marksChange = new HashSet<>();
        for (Noted noted : events) {
            VehicleFact fact = (VehicleFact) noted.fact();
            String vehicle = fact.vehicleId().text();
            switch (fact) {
                case VehicleRegistered _ -> registered.add(vehicle);
                case KeepershipFact _ -> keepersChange.add(vehicle);
                case VehicleMarkFact _ -> marksChange.add(vehicle);
                case DetailsCorrected _, PaperFact _, MarkerFact _, LicensingFact _ -> {
                    // folded when asked for
                }
            }
        }
        keepersChange.removeAll(registered);
        marksChange.removeAll(registered);
        var keepers = KeepershipFold.of(events, knownNow(rows, "keepership", KeepershipRow.class, keepersChange), rows);
        var marks = new Periods<>(
                knownNow(rows, "vehicle_mark", MarkOnVehicleRow.class, marksChange), row -> List.of(row.vehicleId()));
        for (Noted noted : events) fold(noted, (VehicleFact) noted.fact(), keepers, marks);
        keepers.write(rows);
        marks.write(MarkOnVehicleRow.TABLE, rows);
    }

    private static <R extends PeriodRow<R>> List<R> knownNow(
            StatelessSession rows, String table, Class<R> type, Set<String> vehicles) {
        if (vehicles.isEmpty()) return List.of();
        return rows.createNativeQuery(
                        "select * from " + table + " where vehicle_id = any (:vehicles) and recorded_to is null", type)
                .setParameter("vehicles", vehicles.toArray(String[]::new))
                .getResultList();
    }

    static void fold(Noted by, VehicleFact fact, KeepershipFold keepers, Periods<MarkOnVehicleRow> marks) {
        switch (fact) {
            case VehicleRegistered f -> {
                keepers.fold(by, f);
                carries(f, f.mark(), by, marks);
            }
            case KeepershipFact f -> keepers.fold(by, f);
            case VehicleMarkFact f -> carries(f, f.carries(), by, marks);
            case DetailsCorrected _, PaperFact _, MarkerFact _, LicensingFact _ -> {
                // folded when asked for
            }
        }
    }

    private static void carries(VehicleFact fact, RegistrationMark mark, Noted by, Periods<MarkOnVehicleRow> marks) {
        String vehicle = fact.vehicleId().text();
        marks.begin(vehicle, new MarkOnVehicleRow(vehicle, fact.effectiveOn(), by, mark.text()), by);
    }
}
