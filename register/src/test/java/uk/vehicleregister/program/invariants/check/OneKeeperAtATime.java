package uk.vehicleregister.program.invariants.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.program.invariants.check.History.Entry;

/// A vehicle has one keeper or is in the trade. It comes out of the trade only when it is in it, and all else that
/// happens to a keepership happens to a keeper: if two people could sell one vehicle, the second sale would show here.
public final class OneKeeperAtATime {

    public static List<String> violations(History history) {
        Map<String, Boolean> kept = new HashMap<>();
        List<String> found = new ArrayList<>();
        for (Entry entry : history.entries()) {
            if (!(entry.fact() instanceof VehicleFact fact)) continue;
            String vehicle = fact.vehicleId().text();
            if (fact instanceof VehicleRegistered registered) {
                if (kept.put(vehicle, registered.keeper() != null) != null)
                    found.add("vehicle " + vehicle + " is registered a second time at " + entry.position());
            } else if (fact instanceof KeepershipFact keepership) {
                boolean fromTrade = fact instanceof AcquiredFromTrade;
                boolean intoTrade = fact instanceof DisposedToTrade;
                Boolean isKept = kept.put(vehicle, keepership.keeper() != null);
                if (isKept == null)
                    found.add("an unregistered vehicle " + vehicle + " has a keeper at " + entry.position());
                else if (isKept == fromTrade)
                    found.add("vehicle " + vehicle + (isKept ? " has a keeper" : " is in the trade")
                            + " and yet changes hands at " + entry.position());
                if (intoTrade == (keepership.keeper() != null))
                    found.add("what happens to vehicle " + vehicle + " at " + entry.position()
                            + " does not say who has it");
            }
        }
        return found;
    }

    private OneKeeperAtATime() {}
}
