package uk.vehicleregister.query.vehiclehistory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.KeeperDied;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.query.period.Periods;
import uk.vehicleregister.query.projection.Noted;
import uk.vehicleregister.query.vehiclehistory.KeepershipRow.Type;

/// Who kept the vehicles of one batch. For those that are corrected in it, the beginnings as first told and all
/// corrections are at hand as well: what is known of their keeperships is worked out anew from them.
final class KeepershipFold {

    private final Periods<KeepershipRow> keepers;
    private final Map<String, TreeMap<Long, KeepershipRow>> told = new HashMap<>();
    /// The newest of each event corrected.
    private final Map<Long, KeepershipCorrectionRow> corrections = new HashMap<>();
    private final List<KeepershipCorrectionRow> added = new ArrayList<>();

    private KeepershipFold(List<KeepershipRow> known) {
        keepers = new Periods<>(known, row -> List.of(row.vehicleId()));
    }

    static KeepershipFold of(List<Noted> events, List<KeepershipRow> known, StatelessSession rows) {
        KeepershipFold fold = new KeepershipFold(known);
        Set<String> corrected = new HashSet<>();
        for (Noted noted : events)
            if (noted.fact() instanceof KeepershipFact fact && isCorrection(fact))
                corrected.add(fact.vehicleId().text());
        if (!corrected.isEmpty()) fold.read(corrected, rows);
        return fold;
    }

    /// From nothing, for a vehicle all of whose events are to come.
    static KeepershipFold anew(VehicleId vehicle) {
        KeepershipFold fold = new KeepershipFold(List.of());
        fold.told.put(vehicle.text(), new TreeMap<>());
        return fold;
    }

    /// What is known now of the vehicle's keeperships.
    List<KeepershipRow> of(VehicleId vehicle) {
        return keepers.of(vehicle.text());
    }

    private static boolean isCorrection(KeepershipFact fact) {
        return switch (fact) {
            case KeeperCorrected _, KeeperChangeReversed _ -> true;
            case KeeperChanged _, AcquiredFromTrade _, DisposedToTrade _, KeeperDied _, KeeperDetailsChanged _ -> false;
        };
    }

    /// A version written by the event that began the period is the beginning as it was told.
    private void read(Set<String> vehicles, StatelessSession rows) {
        vehicles.forEach(vehicle -> told.put(vehicle, new TreeMap<>()));
        String[] ids = vehicles.toArray(String[]::new);
        rows.createNativeQuery(
                        "select * from keepership where vehicle_id = any (:vehicles) and known_from = position",
                        KeepershipRow.class)
                .setParameter("vehicles", ids)
                .getResultList()
                .forEach(this::remember);
        rows.createNativeQuery(
                        "select * from keepership_correction where vehicle_id = any (:vehicles) order by position",
                        KeepershipCorrectionRow.class)
                .setParameter("vehicles", ids)
                .getResultList()
                .forEach(this::remember);
    }

    void fold(Noted by, VehicleRegistered fact) {
        begin(fact.vehicleId().text(), fact.keeperSince(), by, fact.keeper());
    }

    void fold(Noted by, KeepershipFact fact) {
        String vehicle = fact.vehicleId().text();
        switch (fact) {
            case KeeperChanged f -> begin(vehicle, f.dateOfSale(), by, f.keeper());
            case AcquiredFromTrade f -> begin(vehicle, f.dateOfSale(), by, f.keeper());
            case KeeperDied f -> begin(vehicle, f.dateOfDeath(), by, f.keeper());
            case DisposedToTrade f ->
                begin(
                        new KeepershipRow(
                                vehicle,
                                f.dateOfSale(),
                                by,
                                Type.TRADE,
                                f.trader().details().keyId()),
                        by);
            case KeeperCorrected f -> retell(KeepershipCorrectionRow.of(f, by), by);
            case KeeperChangeReversed f -> retell(KeepershipCorrectionRow.of(f, by), by);
            case KeeperDetailsChanged _ -> {
                // the same keepership
            }
        }
    }

    void write(StatelessSession rows) {
        keepers.write(KeepershipRow.TABLE, rows);
        KeepershipCorrectionRow.TABLE.insert(added, rows);
    }

    private void begin(String vehicle, LocalDate since, Noted by, @Nullable SealedKeeper keeper) {
        begin(
                keeper == null
                        ? new KeepershipRow(vehicle, since, by, Type.TRADE, null)
                        : new KeepershipRow(
                                vehicle,
                                since,
                                by,
                                Type.of(keeper.type()),
                                keeper.details().keyId()),
                by);
    }

    private void begin(KeepershipRow row, Noted by) {
        keepers.begin(row.vehicleId(), row, by);
        remember(row);
    }

    private void retell(KeepershipCorrectionRow correction, Noted by) {
        added.add(correction);
        remember(correction);
        String vehicle = correction.vehicleId();
        List<KeepershipRow> beginnings = new ArrayList<>();
        for (KeepershipRow first : Objects.requireNonNull(told.get(vehicle)).values()) {
            KeepershipCorrectionRow newest = corrections.get(first.position());
            KeepershipRow stands = newest == null ? first.retold(by) : newest.over(first, by);
            if (stands != null) beginnings.add(stands);
        }
        keepers.retell(vehicle, beginnings, KeepershipRow::isOfTheSameKeeper, by);
    }

    private void remember(KeepershipRow beginning) {
        TreeMap<Long, KeepershipRow> ofVehicle = told.get(beginning.vehicleId());
        if (ofVehicle != null) ofVehicle.put(beginning.position(), beginning);
    }

    private void remember(KeepershipCorrectionRow correction) {
        corrections.put(correction.corrects(), correction);
    }
}
