package uk.vehicleregister.query.stock;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.KeeperDied;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.query.projection.Noted;
import uk.vehicleregister.query.projection.Projection;

/// One row for each vehicle that a dealer has taken in. A vehicle that came into the trade in another way, told by a
/// citizen or from older records, is in nobody's stock.
@Component
class StockProjection implements Projection {

    static final String NAME = "stock";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("stock");
    }

    @Override
    public Set<Class<? extends Fact>> families() {
        return Set.of(KeepershipFact.class, MarkerFact.class);
    }

    @Override
    public void project(List<Noted> events, StatelessSession rows) {
        Set<String> touched = new HashSet<>();
        for (Noted noted : events)
            touched.add(((VehicleFact) noted.fact()).vehicleId().text());
        Map<String, StockRow> before = new HashMap<>();
        rows.createNativeQuery("select * from stock where vehicle_id = any (:ids)", StockRow.class)
                .setParameter("ids", touched.toArray(String[]::new))
                .getResultList()
                .forEach(row -> before.put(row.vehicleId, row));
        Map<String, StockRow> after = new HashMap<>(before);
        for (Noted noted : events)
            after.compute(((VehicleFact) noted.fact()).vehicleId().text(), (vehicle, row) -> fold(vehicle, row, noted));
        write(before, after, rows);
    }

    private static void write(Map<String, StockRow> before, Map<String, StockRow> after, StatelessSession rows) {
        List<StockRow> gone = before.values().stream()
                .filter(row -> !after.containsKey(row.vehicleId))
                .toList();
        List<StockRow> changed = after.values().stream()
                .filter(row -> before.containsKey(row.vehicleId))
                .toList();
        if (!gone.isEmpty()) rows.deleteMultiple(gone);
        if (!changed.isEmpty()) rows.updateMultiple(changed);
        StockRow.TABLE.insert(
                after.values().stream()
                        .filter(row -> !before.containsKey(row.vehicleId))
                        .toList(),
                rows);
    }

    private static @Nullable StockRow fold(String vehicle, @Nullable StockRow row, Noted noted) {
        return switch (noted.fact()) {
            case KeepershipFact fact -> fold(vehicle, row, fact, noted);
            case MarkerFact fact -> {
                if (row != null) row.mark(fact.marker(), fact.stands());
                yield row;
            }
            case Fact other -> throw new IllegalStateException("not asked for: " + other.getClass());
        };
    }

    private static @Nullable StockRow fold(String vehicle, @Nullable StockRow row, KeepershipFact fact, Noted noted) {
        return switch (fact) {
            case DisposedToTrade f ->
                noted.by().role().equals(Role.DEALER.claim())
                        ? new StockRow(vehicle, noted.by().id(), f.dateOfSale(), noted.position())
                        : null;
            case KeeperCorrected f -> {
                if (row != null) {
                    if (f.corrects() == row.disposedAt) row.since = f.correctedDate();
                    row.inTrade = f.keeper() == null;
                }
                yield row;
            }
            case KeeperChangeReversed f -> {
                // A disposal that never was; or, where something later is taken back, the vehicle is where it was.
                if (row == null || f.corrects() == row.disposedAt) yield null;
                row.inTrade = f.keeper() == null;
                yield row;
            }
            case AcquiredFromTrade _, KeeperChanged _, KeeperDied _, KeeperDetailsChanged _ -> {
                if (row != null) row.inTrade = false;
                yield row;
            }
        };
    }
}
