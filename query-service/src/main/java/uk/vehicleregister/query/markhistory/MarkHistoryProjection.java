package uk.vehicleregister.query.markhistory;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
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
import uk.vehicleregister.kernel.mark.RegistrationMark;
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
            vehiclesOf(fact).forEach(vehicle -> vehicles.add(vehicle.text()));
        }
        var places = new Periods<>(knownNow(rows, marks, vehicles), MarkHistoryProjection::subjects);
        for (Noted noted : events) fold(noted, (MarkFact) noted.fact(), places);
        places.write(MarkPlaceRow.TABLE, rows);
    }

    private static List<MarkPlaceRow> knownNow(StatelessSession rows, Set<String> marks, Set<String> vehicles) {
        if (marks.isEmpty()) return List.of();
        return rows.createNativeQuery(
                        "select * from mark_place where recorded_to is null and (registration_mark = any (:marks)"
                                + " or place = 'VEHICLE' and vehicle_id = any (:vehicles))",
                        MarkPlaceRow.class)
                .setParameter("marks", marks.toArray(String[]::new))
                .setParameter("vehicles", vehicles.toArray(String[]::new))
                .getResultList();
    }

    static void fold(Noted by, MarkFact fact, Periods<MarkPlaceRow> places) {
        MarkPlaceRow next = next(by, fact, places);
        // Stays that have ended already give way to a backdated event; the one at hand only if the event ends it.
        places.cut(mark(next), by, next.effectiveFrom(), stay -> !stay.isOpen() || ends(fact, stay));
        if (next.place() == Place.VEHICLE) places.cut(vehicle(next), by, next.effectiveFrom(), stay -> !stay.isOpen());
        places.add(next);
    }

    private static boolean ends(MarkFact fact, MarkPlaceRow stay) {
        return switch (fact) {
            case MarkIssued _, EntitlementBought _ -> false;
            case EntitlementGranted f -> isOn(f.vehicleId(), stay);
            case MarkReplaced f -> isOn(f.vehicleId(), stay);
            case MarkTransferred f -> isOn(f.fromVehicle(), stay);
            case MarkRestored _ -> stay.place() == Place.VOID;
            case NomineeNamed _,
                    EntitlementExtended _,
                    EntitlementUsed _,
                    EntitlementSurrendered _,
                    EntitlementLapsed _ -> stay.place() == Place.CERTIFICATE;
        };
    }

    private static boolean isOn(VehicleId vehicle, MarkPlaceRow stay) {
        return stay.place() == Place.VEHICLE && vehicle.text().equals(stay.vehicleId());
    }

    /// Each certificate is a stay of its own, with its own last day.
    private static MarkPlaceRow next(Noted by, MarkFact fact, Periods<MarkPlaceRow> places) {
        return switch (fact) {
            case MarkIssued f -> onVehicle(f, by, f.vehicleId());
            case MarkRestored f -> onVehicle(f, by, f.vehicleId());
            case MarkTransferred f -> onVehicle(f, by, f.vehicleId());
            case EntitlementUsed f -> onVehicle(f, by, f.vehicleId());
            case EntitlementGranted f -> certificate(f, by, f.vehicleId().text(), f.expiresOn());
            case EntitlementBought f -> certificate(f, by, null, f.expiresOn());
            case NomineeNamed f -> certificate(f, by, cameOff(f, places), f.expiresOn());
            case EntitlementExtended f -> certificate(f, by, cameOff(f, places), f.expiresOn());
            case MarkReplaced f -> voided(f, by, f.vehicleId().text());
            case EntitlementSurrendered f -> voided(f, by, cameOff(f, places));
            case EntitlementLapsed f -> voided(f, by, cameOff(f, places));
        };
    }

    private static MarkPlaceRow onVehicle(MarkFact fact, Noted by, VehicleId vehicle) {
        return new MarkPlaceRow(fact.mark().text(), fact.effectiveOn(), by, Place.VEHICLE, vehicle.text(), null);
    }

    private static MarkPlaceRow certificate(MarkFact fact, Noted by, @Nullable String cameOff, LocalDate expiresOn) {
        return new MarkPlaceRow(fact.mark().text(), fact.effectiveOn(), by, Place.CERTIFICATE, cameOff, expiresOn);
    }

    private static MarkPlaceRow voided(MarkFact fact, Noted by, @Nullable String cameOff) {
        return new MarkPlaceRow(fact.mark().text(), fact.effectiveOn(), by, Place.VOID, cameOff, null);
    }

    /// The vehicle the mark on the certificate before came off.
    private static @Nullable String cameOff(MarkFact fact, Periods<MarkPlaceRow> places) {
        return places.open(subject(fact.mark())).map(MarkPlaceRow::vehicleId).orElse(null);
    }

    /// The vehicles whose stays the fact, or the mark issued beside it, may touch.
    private static List<VehicleId> vehiclesOf(MarkFact fact) {
        return switch (fact) {
            case MarkIssued f -> List.of(f.vehicleId());
            case MarkReplaced f -> List.of(f.vehicleId());
            case MarkRestored f -> List.of(f.vehicleId());
            case MarkTransferred f -> List.of(f.fromVehicle(), f.vehicleId());
            case EntitlementGranted f -> List.of(f.vehicleId());
            case EntitlementUsed f -> List.of(f.vehicleId());
            case EntitlementBought _,
                    NomineeNamed _,
                    EntitlementExtended _,
                    EntitlementSurrendered _,
                    EntitlementLapsed _ -> List.of();
        };
    }

    static List<String> subjects(MarkPlaceRow row) {
        return row.place() == Place.VEHICLE ? List.of(mark(row), vehicle(row)) : List.of(mark(row));
    }

    static String subject(RegistrationMark mark) {
        return "mark " + mark.text();
    }

    private static String mark(MarkPlaceRow row) {
        return "mark " + row.registrationMark();
    }

    private static String vehicle(MarkPlaceRow row) {
        return "vehicle " + row.vehicleId();
    }
}
