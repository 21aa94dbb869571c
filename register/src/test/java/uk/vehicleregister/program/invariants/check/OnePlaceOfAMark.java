package uk.vehicleregister.program.invariants.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.program.invariants.check.History.Append;

/// At the end of every append a mark is on one vehicle at most, a mark that is on a certificate or void is on none, and
/// what vehicles say of their marks is what marks say of their vehicles.
public final class OnePlaceOfAMark {

    /// By what the vehicles' own facts say.
    private final Map<String, String> markOf = new HashMap<>();

    private final Map<String, Set<String>> vehiclesWith = new HashMap<>();

    /// By what the marks' own facts say; absent: on no vehicle.
    private final Map<String, String> carrierOf = new HashMap<>();

    private final List<String> found = new ArrayList<>();

    public static List<String> violations(History history) {
        OnePlaceOfAMark places = new OnePlaceOfAMark();
        history.appends().forEach(places::fold);
        return places.found;
    }

    private void fold(Append append) {
        Set<String> touched = new LinkedHashSet<>();
        for (Fact fact : append.facts()) {
            if (fact instanceof VehicleRegistered f)
                carries(f.vehicleId().text(), f.mark().text(), touched);
            if (fact instanceof VehicleMarkFact f)
                carries(f.vehicleId().text(), f.carries().text(), touched);
            if (fact instanceof MarkFact f) {
                touched.add(f.mark().text());
                if (f.carrier() == null) carrierOf.remove(f.mark().text());
                else carrierOf.put(f.mark().text(), f.carrier().text());
            }
        }
        touched.forEach(mark -> look(mark, append.position()));
    }

    private void carries(String vehicle, String mark, Set<String> touched) {
        String before = markOf.put(vehicle, mark);
        if (before != null) {
            vehiclesWith.getOrDefault(before, new LinkedHashSet<>()).remove(vehicle);
            touched.add(before);
        }
        vehiclesWith.computeIfAbsent(mark, _ -> new LinkedHashSet<>()).add(vehicle);
        touched.add(mark);
    }

    private void look(String mark, long position) {
        Set<String> vehicles = vehiclesWith.getOrDefault(mark, Set.of());
        @Nullable String said = carrierOf.get(mark);
        if (vehicles.size() > 1) found.add("mark " + mark + " is on " + vehicles + " at " + position);
        if (vehicles.isEmpty()
                ? said != null
                : !Objects.equals(vehicles.iterator().next(), said))
            found.add("mark " + mark + " is on " + vehicles + ", and its own record says "
                    + (said == null ? "on no vehicle" : said) + ", at " + position);
    }

    private OnePlaceOfAMark() {}
}
