package uk.vehicleregister.command.lookup;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.refusal.RefusalCode;
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

    /// What sends an application about a mark to a registrar (domain.md 1.4, 1.5: paper).
    public Optional<RefusalCode> needReview() {
        if (has(Marker.DIRECT_TO_PAPER)) return Optional.of(RefusalCode.DIRECT_TO_PAPER);
        if (has(Marker.LICENSING_HISTORY)) return Optional.of(RefusalCode.LICENSING_HISTORY);
        if (has(Marker.IDENTITY_CHECK)) return Optional.of(RefusalCode.IDENTITY_CHECK);
        if (has(Marker.WRITE_OFF_A) || has(Marker.WRITE_OFF_B)) return Optional.of(RefusalCode.WRITTEN_OFF);
        return Optional.empty();
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
