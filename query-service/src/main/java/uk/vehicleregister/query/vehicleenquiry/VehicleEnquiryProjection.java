package uk.vehicleregister.query.vehicleenquiry;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.V5CReplaced;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.query.projection.Noted;
import uk.vehicleregister.query.projection.Projection;

/// One row a vehicle, as it is now.
@Component
class VehicleEnquiryProjection implements Projection {

    static final String NAME = "vehicle-enquiry";

    /// What became of the vehicles of a batch, by their ids, and the marks that those had which were there before.
    private record Batch(
            Set<String> marksBefore,
            Map<String, VehicleRow> vehicles,
            List<VehicleRow> fresh,
            List<VehicleRow> changed) {}

    private final ReadyAnswers ready;

    VehicleEnquiryProjection(ReadyAnswers ready) {
        this.ready = ready;
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Everybody asks it, and few say how far it must have come.
    @Override
    public boolean isUrgent() {
        return true;
    }

    @Override
    public List<String> tables() {
        return List.of("vehicle_enquiry");
    }

    @Override
    public Set<Class<? extends Fact>> families() {
        return Set.of(VehicleFact.class);
    }

    /// In a shadow, which nobody reads: so many rows change at once that to write them anew takes less than to update
    /// them.
    @Override
    public void project(List<Noted> events, StatelessSession rows) {
        Batch batch = fold(events, rows);
        if (!batch.changed.isEmpty()) delete(batch.changed, rows);
        VehicleRow.TABLE.insert(batch.vehicles.values(), rows);
    }

    @Override
    public void projectLive(List<Noted> events, StatelessSession rows) {
        Batch batch = fold(events, rows);
        if (!batch.changed.isEmpty()) rows.updateMultiple(batch.changed);
        VehicleRow.TABLE.insert(batch.fresh, rows);
        ready.changing(batch.marksBefore, batch.vehicles.values());
    }

    private static void delete(List<VehicleRow> changed, StatelessSession rows) {
        rows.doWork(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from vehicle_enquiry where vehicle_id = any (?)")) {
                Object[] ids = changed.stream().map(row -> row.vehicleId).toArray();
                delete.setArray(1, connection.createArrayOf("text", ids));
                delete.executeUpdate();
            }
        });
    }

    private static Batch fold(List<Noted> events, StatelessSession rows) {
        Map<String, VehicleRow> vehicles = new HashMap<>();
        Set<String> registered = new HashSet<>();
        Set<String> before = new HashSet<>();
        for (Noted noted : events) {
            String id = ((VehicleFact) noted.fact()).vehicleId().text();
            if (noted.fact() instanceof VehicleRegistered) registered.add(id);
            else if (!registered.contains(id)) before.add(id);
        }
        if (!before.isEmpty())
            rows.createNativeQuery("select * from vehicle_enquiry where vehicle_id = any (:ids)", VehicleRow.class)
                    .setParameter("ids", before.toArray(String[]::new))
                    .getResultList()
                    .forEach(row -> vehicles.put(row.vehicleId, row));
        Set<String> marksBefore = new HashSet<>();
        vehicles.values().forEach(row -> marksBefore.add(row.registrationMark));
        for (Noted noted : events) fold(vehicles, (VehicleFact) noted.fact());

        List<VehicleRow> fresh = new ArrayList<>();
        List<VehicleRow> changed = new ArrayList<>();
        vehicles.forEach((id, row) -> (registered.contains(id) ? fresh : changed).add(row));
        return new Batch(marksBefore, vehicles, fresh, changed);
    }

    private static void fold(Map<String, VehicleRow> vehicles, VehicleFact fact) {
        if (fact instanceof VehicleRegistered registered) {
            vehicles.put(registered.vehicleId().text(), new VehicleRow(registered));
            return;
        }
        VehicleRow row = vehicles.get(fact.vehicleId().text());
        if (row == null) throw new IllegalStateException("something happened to a vehicle that is not registered");
        switch (fact) {
            case VehicleMarkFact f -> row.registrationMark = f.carries().text();
            case V5CIssued f -> row.lastV5cIssuedOn = f.issuedOn();
            case MarkerFact f -> {
                if (f.marker() == Marker.EXPORTED) row.exported = f.stands();
                row.license(f);
            }
            case DetailsCorrected f -> row.tell(f.details());
            // the public is not told of keepers, but tax ends with a sale
            case KeepershipFact f -> row.license(f);
            case LicensingFact f -> row.license(f);
            case VehicleRegistered _, V5CReplaced _ -> {
                // nothing the public is told
            }
        }
    }
}
