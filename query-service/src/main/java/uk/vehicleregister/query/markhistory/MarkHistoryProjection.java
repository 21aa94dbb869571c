package uk.vehicleregister.query.markhistory;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.event.EntitlementBought;
import uk.vehicleregister.kernel.event.EntitlementExtended;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.EntitlementLapsed;
import uk.vehicleregister.kernel.event.EntitlementSurrendered;
import uk.vehicleregister.kernel.event.EntitlementUsed;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.MarkReplaced;
import uk.vehicleregister.kernel.event.MarkRestored;
import uk.vehicleregister.kernel.event.MarkTransferred;
import uk.vehicleregister.kernel.event.NomineeNamed;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.query.markhistory.MarkPlaceRow.Place;
import uk.vehicleregister.query.period.Periods;
import uk.vehicleregister.query.projection.Noted;
import uk.vehicleregister.query.projection.Projection;

/// Where each mark is and was, in both times. An event ends only the stay it names: a mark put on a second vehicle
/// without having left the first is an impossible history, and the constraints refuse it loudly.
@Component
class MarkHistoryProjection implements Projection {

    static final String NAME = "mark-history";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("mark_place");
    }

    @Override
    public Set<Class<? extends Fact>> families() {
        return Set.of(MarkFact.class);
    }

    @Override
    public void project(List<Noted> events, StatelessSession rows) {
        Set<String> marks = new HashSet<>();
        Set<String> vehicles = new HashSet<>();
        for (Noted noted : events) {
            MarkFact fact = (MarkFact) noted.fact();
            if (fact instanceof MarkIssued) continue; // was nowhere before, and what it replaces leaves beside it
            marks.add(fact.mark().text());
            vehicles.add(vehicleOf(fact).text());
        }
        var places = new Periods<>(knownNow(rows, marks, vehicles), MarkHistoryProjection::subjects);
        for (Noted noted : events) fold(noted, (MarkFact) noted.fact(), places);
        places.write(MarkPlaceRow.TABLE, rows);
    }

    private static List<MarkPlaceRow> knownNow(StatelessSession rows, Set<String> marks, Set<String> vehicles) {
        if (marks.isEmpty()) return List.of();
        return rows.createSelectionQuery(
                        "from MarkPlaceRow where recordedTo is null and (registrationMark in :marks"
                                + " or place = VEHICLE and vehicleId in :vehicles)",
                        MarkPlaceRow.class)
                .setParameterList("marks", marks)
                .setParameterList("vehicles", vehicles)
                .getResultList();
    }

    private static void fold(Noted by, MarkFact fact, Periods<MarkPlaceRow> places) {
        String vehicle = vehicleOf(fact).text();
        Predicate<MarkPlaceRow> leaves = switch (fact) {
            case MarkIssued _ -> _ -> false;
            case EntitlementUsed _ -> stay -> stay.place() == Place.CERTIFICATE;
            case MarkRestored _ -> stay -> stay.place() == Place.VOID;
            case MarkTransferred f ->
                stay -> stay.place() == Place.VEHICLE && f.fromVehicle().text().equals(stay.vehicleId());
            case EntitlementBought _,
                    NomineeNamed _,
                    EntitlementExtended _,
                    EntitlementSurrendered _,
                    EntitlementLapsed _ -> throw new IllegalStateException("not yet");
            case EntitlementGranted _, MarkReplaced _ ->
                stay -> stay.place() == Place.VEHICLE && stay.vehicleId().equals(vehicle);
        };
        MarkPlaceRow next = switch (fact) {
            case MarkIssued f -> stay(f, by, Place.VEHICLE);
            case EntitlementUsed f -> stay(f, by, Place.VEHICLE);
            case MarkRestored f -> stay(f, by, Place.VEHICLE);
            case MarkTransferred f -> stay(f, by, Place.VEHICLE);
            case EntitlementBought _,
                    NomineeNamed _,
                    EntitlementExtended _,
                    EntitlementSurrendered _,
                    EntitlementLapsed _ -> throw new IllegalStateException("not yet");
            case MarkReplaced f -> stay(f, by, Place.VOID);
            case EntitlementGranted f ->
                new MarkPlaceRow(f.mark().text(), f.grantedOn(), by, Place.CERTIFICATE, vehicle, f.expiresOn());
        };
        // Stays that have ended already give way to a backdated event; the one at hand only if the event ends it.
        places.cut(mark(next), by, next.effectiveFrom(), stay -> !stay.isOpen() || leaves.test(stay));
        if (next.place() == Place.VEHICLE) places.cut(vehicle(next), by, next.effectiveFrom(), stay -> !stay.isOpen());
        places.add(next);
    }

    private static MarkPlaceRow stay(MarkFact fact, Noted by, Place place) {
        return new MarkPlaceRow(
                fact.mark().text(),
                fact.effectiveOn(),
                by,
                place,
                vehicleOf(fact).text(),
                null);
    }

    private static VehicleId vehicleOf(MarkFact fact) {
        return switch (fact) {
            case MarkIssued f -> f.vehicleId();
            case EntitlementGranted f -> f.vehicleId();
            case EntitlementUsed f -> f.vehicleId();
            case MarkReplaced f -> f.vehicleId();
            case MarkRestored f -> f.vehicleId();
            case MarkTransferred f -> f.vehicleId();
            case EntitlementBought _,
                    NomineeNamed _,
                    EntitlementExtended _,
                    EntitlementSurrendered _,
                    EntitlementLapsed _ -> throw new IllegalStateException("not yet");
        };
    }

    private static List<String> subjects(MarkPlaceRow row) {
        return row.place() == Place.VEHICLE ? List.of(mark(row), vehicle(row)) : List.of(mark(row));
    }

    private static String mark(MarkPlaceRow row) {
        return "mark " + row.registrationMark();
    }

    private static String vehicle(MarkPlaceRow row) {
        return "vehicle " + row.vehicleId();
    }
}
