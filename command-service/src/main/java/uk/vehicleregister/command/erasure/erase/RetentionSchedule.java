package uk.vehicleregister.command.erasure.erase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.CommandDesk;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.Submission;
import uk.vehicleregister.command.erasure.Erasures;
import uk.vehicleregister.command.erasure.erase.ErasePersons.KeepershipsEndedBefore;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.eventstore.log.TypedPage;
import uk.vehicleregister.kernel.erasure.ErasureReason;
import uk.vehicleregister.kernel.erasure.LegalBasis;
import uk.vehicleregister.kernel.event.EventCatalogue;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.PersonErased;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// All keeperships of the register whose years are over. Each vehicle is an erasure of its own, decided like one
/// that a registrar asks for: a run that is cut off is run again, and finds only what is left.
@Component
final class RetentionSchedule {

    private static final int PAGE = 1_000;
    private static final List<String> ENDING = EventCatalogue.all().stream()
            .filter(fact -> KeepershipFact.class.isAssignableFrom(fact) || MarkerFact.class.isAssignableFrom(fact))
            .map(EventCatalogue::nameOf)
            .toList();

    private final EventLogReader log;
    private final CommandDesk desk;
    private final ErasePersonsHandler handler;
    private final Erasures erasures;
    private final BusinessCalendar calendar;

    RetentionSchedule(
            EventLogReader log,
            CommandDesk desk,
            ErasePersonsHandler handler,
            Erasures erasures,
            BusinessCalendar calendar) {
        this.log = log;
        this.desk = desk;
        this.handler = handler;
        this.erasures = erasures;
        this.calendar = calendar;
    }

    /// @param persons how many keys that is
    /// @param more whether there are vehicles beyond the most that were asked for
    record Run(int vehicles, int persons, boolean more) {}

    /// What a run would erase now.
    Run look(int most) {
        return over(
                most,
                command -> handler.look(command) instanceof Decision.Accepted would
                        ? would.facts().size()
                        : 0);
    }

    /// @param sender in whose name; each vehicle is a transaction of its own
    Run run(int most, Submission sender) {
        return over(most, command -> {
            if (!(handler.look(command) instanceof Decision.Accepted)) return 0;
            if (!(desk.submit(command, sender.aside()) instanceof Outcome.Done(var transaction))) return 0;
            List<UUID> keys = transaction.facts().stream()
                    .map(fact -> ((PersonErased) fact).keyId())
                    .toList();
            erasures.carryOut(keys);
            return keys.size();
        });
    }

    private Run over(int most, Function<ErasePersons, Integer> each) {
        // Of a keepership that ended on the day itself the years are over too.
        LocalDate before =
                calendar.today().minusYears(ErasePersonsDecider.YEARS_KEPT).plusDays(1);
        int vehicles = 0;
        int persons = 0;
        for (VehicleId vehicle : withAnEndBefore(before)) {
            if (vehicles == most) return new Run(vehicles, persons, true);
            int erased = each.apply(new ErasePersons(
                    vehicle,
                    null,
                    new KeepershipsEndedBefore(before),
                    ErasureReason.RETENTION_PERIOD_OVER,
                    LegalBasis.NO_LONGER_NECESSARY,
                    true));
            if (erased > 0) vehicles++;
            persons += erased;
        }
        return new Run(vehicles, persons, false);
    }

    /// Vehicles of which something was told that may have ended a keepership before that day.
    private Set<VehicleId> withAnEndBefore(LocalDate day) {
        Set<VehicleId> vehicles = new LinkedHashSet<>();
        long end = log.lastPosition();
        long read = EventLogReader.BEFORE_FIRST;
        while (read < end) {
            TypedPage page = log.ofTypes(read, ENDING, PAGE);
            for (VehicleFact fact : facts(page.events()))
                if (fact.effectiveOn().isBefore(day)) vehicles.add(fact.vehicleId());
            read = page.readTo();
        }
        return vehicles;
    }

    private static List<VehicleFact> facts(List<RecordedEvent> events) {
        List<VehicleFact> facts = new ArrayList<>(events.size());
        for (RecordedEvent event : events) {
            Fact fact = EventJson.readFact(event.type(), event.revision(), event.payload());
            facts.add((VehicleFact) fact);
        }
        return facts;
    }
}
