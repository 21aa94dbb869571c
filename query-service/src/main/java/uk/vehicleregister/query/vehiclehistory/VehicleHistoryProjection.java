package uk.vehicleregister.query.vehiclehistory;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.KeeperDied;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.PaperFact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.query.period.PeriodRow;
import uk.vehicleregister.query.period.Periods;
import uk.vehicleregister.query.projection.Noted;
import uk.vehicleregister.query.projection.Projection;
import uk.vehicleregister.query.vehiclehistory.KeepershipRow.Type;

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
        return List.of("keepership", "vehicle_mark");
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
        var keepers =
                new Periods<>(knownNow(rows, KeepershipRow.class, keepersChange), row -> List.of(row.vehicleId()));
        var marks = new Periods<>(knownNow(rows, MarkOnVehicleRow.class, marksChange), row -> List.of(row.vehicleId()));
        for (Noted noted : events) fold(noted, (VehicleFact) noted.fact(), keepers, marks);
        keepers.write(KeepershipRow.TABLE, rows);
        marks.write(MarkOnVehicleRow.TABLE, rows);
    }

    private static <R extends PeriodRow<R>> List<R> knownNow(
            StatelessSession rows, Class<R> type, Set<String> vehicles) {
        if (vehicles.isEmpty()) return List.of();
        return rows.createSelectionQuery(
                        "from " + type.getSimpleName() + " where vehicleId in :vehicles and recordedTo is null", type)
                .setParameterList("vehicles", vehicles)
                .getResultList();
    }

    private static void fold(
            Noted by, VehicleFact fact, Periods<KeepershipRow> keepers, Periods<MarkOnVehicleRow> marks) {
        String vehicle = fact.vehicleId().text();
        switch (fact) {
            case VehicleRegistered f -> {
                SealedKeeper keeper = f.keeper();
                keepers.begin(
                        vehicle,
                        keeper == null
                                ? new KeepershipRow(vehicle, f.keeperSince(), by, Type.TRADE, null)
                                : keeperOf(vehicle, f.keeperSince(), by, keeper),
                        by);
                marks.begin(
                        vehicle,
                        new MarkOnVehicleRow(
                                vehicle, f.effectiveOn(), by, f.mark().text()),
                        by);
            }
            case KeepershipFact f -> fold(by, f, keepers);
            case VehicleMarkFact f ->
                marks.begin(
                        vehicle,
                        new MarkOnVehicleRow(
                                vehicle, f.effectiveOn(), by, f.carries().text()),
                        by);
            case DetailsCorrected _, PaperFact _, MarkerFact _, LicensingFact _ -> {
                // folded when asked for
            }
        }
    }

    private static void fold(Noted by, KeepershipFact fact, Periods<KeepershipRow> keepers) {
        String vehicle = fact.vehicleId().text();
        switch (fact) {
            case KeeperChanged f -> keepers.begin(vehicle, keeperOf(vehicle, f.dateOfSale(), by, f.keeper()), by);
            case AcquiredFromTrade f -> keepers.begin(vehicle, keeperOf(vehicle, f.dateOfSale(), by, f.keeper()), by);
            case KeeperDied f -> keepers.begin(vehicle, keeperOf(vehicle, f.dateOfDeath(), by, f.keeper()), by);
            case DisposedToTrade f ->
                keepers.begin(
                        vehicle,
                        new KeepershipRow(
                                vehicle,
                                f.dateOfSale(),
                                by,
                                Type.TRADE,
                                f.trader().details().keyId()),
                        by);
            case KeeperDetailsChanged _, KeeperCorrected _, KeeperChangeReversed _ -> {
                // the same keepership, under the same key
            }
        }
    }

    private static KeepershipRow keeperOf(String vehicle, LocalDate since, Noted by, SealedKeeper keeper) {
        Type type = switch (keeper.type()) {
            case PERSON -> Type.PERSON;
            case BUSINESS -> Type.BUSINESS;
            case ESTATE -> Type.ESTATE;
        };
        return new KeepershipRow(vehicle, since, by, type, keeper.details().keyId());
    }
}
