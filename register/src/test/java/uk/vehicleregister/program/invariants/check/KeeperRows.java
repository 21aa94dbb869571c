package uk.vehicleregister.program.invariants.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.sealing.SealedKeeper;

/// Who kept a vehicle: every beginning as it was told, with what the newest correction of it says.
final class KeeperRows {

    private record Keeper(String type, @Nullable UUID key) {}

    private final Map<Long, Period<Keeper>> told = new TreeMap<>();

    /// Of those of [#told] that are taken back.
    private final List<Long> neverWere = new ArrayList<>();

    void fold(VehicleRegistered fact, long position) {
        told.put(position, new Period<>(fact.keeperSince(), position, keeper(fact.keeper())));
    }

    void fold(KeepershipFact fact, long position) {
        switch (fact) {
            case KeeperCorrected f -> correct(f);
            case KeeperChangeReversed f -> neverWere.add(f.corrects());
            case KeeperDetailsChanged _ -> {
                // the same keeper, and their key
            }
            case DisposedToTrade f ->
                told.put(
                        position,
                        new Period<>(
                                f.effectiveOn(),
                                position,
                                new Keeper("TRADE", f.trader().details().keyId())));
            case KeepershipFact f -> told.put(position, new Period<>(f.effectiveOn(), position, keeper(f.keeper())));
        }
    }

    private void correct(KeeperCorrected fact) {
        Keeper corrected =
                fact.correctedKeeper() == null ? told.get(fact.corrects()).what() : keeper(fact.correctedKeeper());
        told.put(fact.corrects(), new Period<>(fact.correctedDate(), fact.corrects(), corrected));
        neverWere.remove(fact.corrects());
    }

    private static Keeper keeper(@Nullable SealedKeeper keeper) {
        return keeper == null
                ? new Keeper("TRADE", null)
                : new Keeper(keeper.type().name(), keeper.details().keyId());
    }

    List<String> rows(String vehicle) {
        List<Period<Keeper>> standing = told.values().stream()
                .filter(period -> !neverWere.contains(period.position()))
                .toList();
        return Period.known(
                standing,
                (period, end) -> ReadTable.KEEPERSHIP.row(
                        vehicle,
                        period.from(),
                        end,
                        period.what().type(),
                        period.what().key(),
                        period.position()));
    }
}
