package uk.vehicleregister.command.entitlement.lapse;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.CommandDesk;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.Submission;
import uk.vehicleregister.command.entitlement.Entitlement;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.eventstore.log.TypedPage;
import uk.vehicleregister.kernel.event.EntitlementBought;
import uk.vehicleregister.kernel.event.EntitlementExtended;
import uk.vehicleregister.kernel.event.EntitlementFact;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.EntitlementLapsed;
import uk.vehicleregister.kernel.event.EntitlementSurrendered;
import uk.vehicleregister.kernel.event.EntitlementUsed;
import uk.vehicleregister.kernel.event.EventCatalogue;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.NomineeNamed;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// Nobody tells the register that six years have passed, so once a day it looks by itself. It reads through the
/// log and remembers only the marks that are due; each is decided again like any command, so that two instances
/// at once, or a run cut off in the middle, lapse nothing twice.
@Component
public final class WhenRightIsLostThenLapseEntitlement {

    private static final int PAGE = 1_000;
    private static final String NAME = "entitlement-lapses";

    private static final List<String> TYPES = EventCatalogue.all().stream()
            .filter(EntitlementFact.class::isAssignableFrom)
            .map(EventCatalogue::nameOf)
            .toList();

    private final EventLogReader log;
    private final CommandDesk desk;

    WhenRightIsLostThenLapseEntitlement(EventLogReader log, CommandDesk desk) {
        this.log = log;
        this.desk = desk;
    }

    /// Answers how many rights it found lost that nobody had noticed yet.
    public int lapse(LocalDate today) {
        int lapsed = 0;
        for (RegistrationMark mark : lostBy(today)) {
            if (desk.submit(new LapseEntitlement(mark), byTheRegister()) instanceof Outcome.Done) lapsed++;
        }
        return lapsed;
    }

    private Set<RegistrationMark> lostBy(LocalDate today) {
        Set<RegistrationMark> lost = new LinkedHashSet<>();
        long end = log.lastPosition();
        long read = EventLogReader.BEFORE_FIRST;
        while (read < end) {
            TypedPage page = log.ofTypes(read, TYPES, PAGE);
            for (RecordedEvent event : page.events()) {
                EntitlementFact fact = fact(event);
                if (standsLost(fact, today)) lost.add(fact.mark());
                else lost.remove(fact.mark());
            }
            read = page.readTo();
        }
        return lost;
    }

    /// Whether the right stands after this fact, and is lost by now.
    private static boolean standsLost(EntitlementFact fact, LocalDate today) {
        return switch (fact) {
            case EntitlementGranted f -> Entitlement.isLost(f.expiresOn(), today);
            case EntitlementBought f -> Entitlement.isLost(f.expiresOn(), today);
            case NomineeNamed f -> Entitlement.isLost(f.expiresOn(), today);
            case EntitlementExtended f -> Entitlement.isLost(f.expiresOn(), today);
            case EntitlementUsed _, EntitlementSurrendered _, EntitlementLapsed _ -> false;
        };
    }

    private static EntitlementFact fact(RecordedEvent event) {
        return (EntitlementFact) EventJson.readFact(event.type(), event.revision(), event.payload());
    }

    private static Submission byTheRegister() {
        return Submission.ofRegister(UUID.randomUUID());
    }
}
