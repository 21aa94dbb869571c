package uk.vehicleregister.command.lookup;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.vehicle.Marker;

/// The markers that stand on a vehicle's record.
public record Markers(Set<Marker> standing) {

    public static final Markers NONE = new Markers(Set.of());

    public boolean has(Marker marker) {
        return standing.contains(marker);
    }

    public boolean hasOneOf(Set<Marker> markers) {
        return !Collections.disjoint(standing, markers);
    }

    public Markers after(MarkerFact fact) {
        return fact.stands() ? with(fact.marker()) : without(fact.marker());
    }

    public Markers with(Marker marker) {
        Set<Marker> more = copy();
        more.add(marker);
        return new Markers(more);
    }

    public Markers without(Marker marker) {
        Set<Marker> fewer = copy();
        fewer.remove(marker);
        return new Markers(fewer);
    }

    private Set<Marker> copy() {
        return standing.isEmpty() ? EnumSet.noneOf(Marker.class) : EnumSet.copyOf(standing);
    }
}
