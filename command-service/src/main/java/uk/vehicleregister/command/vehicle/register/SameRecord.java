package uk.vehicleregister.command.vehicle.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.paper.Papers;
import uk.vehicleregister.command.person.SealedPersons;
import uk.vehicleregister.eventstore.axon.CachedStream;
import uk.vehicleregister.eventstore.axon.StreamCache;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.keeper.Keeper;
import uk.vehicleregister.kernel.sealing.SealedKeeper;

/// Whether a row says what the vehicle was registered with, so that loading it again changes nothing. What has happened
/// to the vehicle since does not matter.
@Component
final class SameRecord {

    private final VehicleIds ids;
    private final StreamCache cache;
    private final SealedPersons persons;
    private final Papers papers;

    SameRecord(VehicleIds ids, StreamCache cache, SealedPersons persons, Papers papers) {
        this.ids = ids;
        this.cache = cache;
        this.persons = persons;
        this.papers = papers;
    }

    /// Reads in one query what [#says] will be asked about.
    void lookUp(List<RegisterVehicle> rows) {
        cache.load(rows.stream()
                .map(row -> VehicleFact.streamOf(ids.of(row.vin())))
                .toList());
    }

    boolean says(RegisterVehicle row) {
        String stream = VehicleFact.streamOf(ids.of(row.vin()));
        CachedStream recorded = cache.load(stream);
        return recorded.payloads().size() >= 2
                && recorded.payloads().get(0) instanceof VehicleRegistered registered
                && recorded.payloads().get(1) instanceof V5CIssued firstV5C
                && registered.vin().equals(row.vin())
                && registered.mark().equals(row.mark())
                && registered.details().equals(row.details())
                && registered.keeperSince().equals(row.keeperSince())
                && isSameKeeper(registered.keeper(), row.keeper())
                && (row.documentReference() == null
                        || papers.isReference(
                                firstV5C.documentReference(), registered.vehicleId(), row.documentReference()));
    }

    /// An erased keeper cannot be compared with anybody; the row is then taken at its word.
    private boolean isSameKeeper(@Nullable SealedKeeper recorded, @Nullable Keeper told) {
        if (recorded == null || told == null) {
            return recorded == null && told == null;
        }
        return persons.open(recorded).map(told::equals).orElse(true);
    }
}
