package uk.vehicleregister.command.erasure.erase;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.erasure.erase.ErasePersonsDecider.OnRecord;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// Finds in the log whom an erasure is about. Opens nothing: the keys are enough.
@Component
final class PeopleOnRecord {

    private final EventLogReader log;
    private final Vault vault;

    PeopleOnRecord(EventLogReader log, Vault vault) {
        this.log = log;
        this.vault = vault;
    }

    /// Only to look.
    OnRecord of(ErasePersons command) {
        return of(command, stream -> Integer.MAX_VALUE);
    }

    /// Through the journal, so that nobody is erased who becomes keeper again meanwhile. A stream only grows, so
    /// the first of its events are the facts the journal answers for.
    OnRecord of(ErasePersons command, Journal journal) {
        RegistrationMark mark = command.mark();
        return of(
                command,
                stream -> mark != null && stream.equals(MarkFact.streamOf(mark))
                        ? journal.mark(mark).size()
                        : journal.vehicle(vehicleOf(stream)).size());
    }

    /// @param known how many events of a stream count
    private OnRecord of(ErasePersons command, ToIntFunction<String> known) {
        if (command.whom().holdsRights()) {
            PeopleOfMark people = Fold.of(
                    told(MarkFact.streamOf(Objects.requireNonNull(command.mark())), MarkFact.class, known),
                    PeopleOfMark.NONE,
                    PeopleOfMark::after);
            return new OnRecord(people.persons(), null, vault::isErased);
        }
        VehicleId vehicle = command.vehicle() != null ? command.vehicle() : carrying(command.mark(), known);
        if (vehicle == null) return new OnRecord(Persons.NONE, null, vault::isErased);
        PeopleOfVehicle people = Fold.of(
                told(VehicleFact.streamOf(vehicle), VehicleFact.class, known),
                PeopleOfVehicle.NONE,
                PeopleOfVehicle::after);
        return new OnRecord(people.persons(), vehicle, vault::isErased);
    }

    private @Nullable VehicleId carrying(@Nullable RegistrationMark mark, ToIntFunction<String> known) {
        List<Told<MarkFact>> told = told(MarkFact.streamOf(Objects.requireNonNull(mark)), MarkFact.class, known);
        return told.isEmpty() ? null : told.getLast().fact().carrier();
    }

    private <F extends Fact> List<Told<F>> told(String stream, Class<F> family, ToIntFunction<String> known) {
        int facts = known.applyAsInt(stream);
        List<Told<F>> told = new ArrayList<>();
        for (RecordedEvent event : log.stream(stream, 0)) {
            if (told.size() == facts) break;
            Fact fact = EventJson.readFact(event.type(), event.revision(), event.payload());
            told.add(new Told<>(event.position(), family.cast(fact)));
        }
        return told;
    }

    private static VehicleId vehicleOf(String stream) {
        return new VehicleId(
                stream.substring(VehicleFact.streamOf(new VehicleId("")).length()));
    }
}
