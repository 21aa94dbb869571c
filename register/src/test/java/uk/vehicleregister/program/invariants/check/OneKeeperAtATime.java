package uk.vehicleregister.program.invariants.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.program.invariants.check.History.Entry;

/// A vehicle has one keeper or is in the trade. It comes out of the trade only when it is in it, and all else that
/// happens to a keepership happens to a keeper: if two people could sell one vehicle, the second sale would show here.
/// A correction leaves it with whoever the latest beginning says that still stands.
public final class OneKeeperAtATime {

    /// The vehicle's beginnings: of each whether it went to a keeper, and which of them are taken back.
    private final TreeMap<Long, Boolean> beginnings = new TreeMap<>();

    private final Set<Long> neverWere = new HashSet<>();
    private final String vehicle;
    private final List<String> found;

    private OneKeeperAtATime(String vehicle, List<String> found) {
        this.vehicle = vehicle;
        this.found = found;
    }

    public static List<String> violations(History history) {
        Map<String, OneKeeperAtATime> vehicles = new HashMap<>();
        List<String> found = new ArrayList<>();
        for (Entry entry : history.entries()) {
            if (!(entry.fact() instanceof VehicleFact fact)) continue;
            OneKeeperAtATime vehicle =
                    vehicles.computeIfAbsent(fact.vehicleId().text(), id -> new OneKeeperAtATime(id, found));
            if (fact instanceof VehicleRegistered registered) vehicle.register(registered, entry.position());
            else if (fact instanceof KeepershipFact keepership) vehicle.fold(keepership, entry.position());
        }
        return found;
    }

    private void register(VehicleRegistered fact, long at) {
        if (!beginnings.isEmpty()) found.add("vehicle " + vehicle + " is registered a second time at " + at);
        beginnings.put(at, fact.keeper() != null);
    }

    private void fold(KeepershipFact fact, long at) {
        if (beginnings.isEmpty()) {
            found.add("an unregistered vehicle " + vehicle + " has a keeper at " + at);
            return;
        }
        switch (fact) {
            case KeeperCorrected f -> correct(f.corrects(), true, f, at);
            case KeeperChangeReversed f -> correct(f.corrects(), false, f, at);
            case KeepershipFact f -> changeHands(f, at);
        }
    }

    private void correct(long corrects, boolean stands, KeepershipFact fact, long at) {
        if (!beginnings.containsKey(corrects))
            found.add("nothing of vehicle " + vehicle + " that began at " + corrects + " can be corrected at " + at);
        if (stands) neverWere.remove(corrects);
        else neverWere.add(corrects);
        if (isKept() != (fact.keeper() != null))
            found.add("a correction leaves vehicle " + vehicle + (isKept() ? " in the trade" : " with a keeper")
                    + " at " + at + ", and what began before says otherwise");
    }

    private void changeHands(KeepershipFact fact, long at) {
        if (isKept() == fact instanceof AcquiredFromTrade)
            found.add("vehicle " + vehicle + (isKept() ? " has a keeper" : " is in the trade")
                    + " and yet changes hands at " + at);
        if (fact instanceof DisposedToTrade == (fact.keeper() != null))
            found.add("what happens to vehicle " + vehicle + " at " + at + " does not say who has it");
        if (!(fact instanceof KeeperDetailsChanged)) beginnings.put(at, fact.keeper() != null);
    }

    private boolean isKept() {
        return beginnings.descendingMap().entrySet().stream()
                .filter(beginning -> !neverWere.contains(beginning.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(false);
    }
}
