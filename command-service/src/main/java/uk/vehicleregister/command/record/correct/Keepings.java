package uk.vehicleregister.command.record.correct;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.record.correct.Keeping.Kind;
import uk.vehicleregister.command.sale.Changes;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.KeeperDied;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.sealing.SealedKeeper;

/// Everything by which the vehicle came to be kept, by position. Of those that stand, the one recorded last says who is
/// keeper now, as in every rule and every row (contract.md, keeperships).
record Keepings(SortedMap<Long, Keeping> byPosition) {

    static final Keepings NONE = new Keepings(new TreeMap<>());

    @Nullable
    Keeping at(long position) {
        return byPosition.get(position);
    }

    Keepings with(long position, Keeping keeping) {
        SortedMap<Long, Keeping> more = new TreeMap<>(byPosition);
        more.put(position, keeping);
        return new Keepings(more);
    }

    /// The one that counts now; null on an empty record.
    @Nullable
    Keeping latest() {
        List<Keeping> standing = standing();
        return standing.isEmpty() ? null : standing.getLast();
    }

    @Nullable
    SealedKeeper keeper() {
        Keeping latest = latest();
        return latest == null ? null : latest.keeper();
    }

    Changes changes() {
        return Fold.of(standing(), Changes.NONE, (changes, keeping) -> keeping.after(changes));
    }

    Keepings after(long position, KeepershipFact fact) {
        return switch (fact) {
            case KeeperChanged f -> with(position, Keeping.told(Kind.SOLD, f.dateOfSale(), f.keeper()));
            case DisposedToTrade f -> with(position, Keeping.told(Kind.DISPOSED, f.dateOfSale(), null));
            case AcquiredFromTrade f -> with(position, Keeping.told(Kind.ACQUIRED, f.dateOfSale(), f.keeper()));
            case KeeperDied f -> with(position, Keeping.told(Kind.DIED, f.dateOfDeath(), f.keeper()));
            case KeeperDetailsChanged f -> calledNow(f.keeper());
            case KeeperCorrected f -> {
                Keeping told = at(f.corrects());
                yield told == null ? this : with(f.corrects(), told.corrected(f.correctedDate(), f.correctedKeeper()));
            }
            case KeeperChangeReversed f -> {
                Keeping told = at(f.corrects());
                yield told == null ? this : with(f.corrects(), told.takenBack());
            }
        };
    }

    /// A keeper's new name belongs to the keepership that counted when it was told.
    private Keepings calledNow(SealedKeeper keeper) {
        return byPosition.entrySet().stream()
                .filter(entry -> !entry.getValue().neverWas())
                .reduce((_, later) -> later)
                .map(latest -> with(latest.getKey(), latest.getValue().calledNow(keeper)))
                .orElse(this);
    }

    private List<Keeping> standing() {
        return byPosition.values().stream()
                .filter(keeping -> !keeping.neverWas())
                .toList();
    }
}
