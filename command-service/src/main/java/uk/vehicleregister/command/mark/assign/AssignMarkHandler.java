package uk.vehicleregister.command.mark.assign;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.AttemptLimits;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.lookup.LookUp;
import uk.vehicleregister.command.lookup.LookUpGate;
import uk.vehicleregister.command.lookup.VehicleOnRecord;
import uk.vehicleregister.command.mark.assign.AssignMarkDecider.Shown;
import uk.vehicleregister.command.mark.assign.AssignMarkDecider.Vehicle;
import uk.vehicleregister.command.paper.Papers;
import uk.vehicleregister.command.person.SealedPersons;
import uk.vehicleregister.eventstore.log.Attempt.Effect;
import uk.vehicleregister.kernel.sealing.SealedKeeper;

@Component
final class AssignMarkHandler {

    private final LookUpGate gate;
    private final SealedPersons persons;
    private final Papers papers;
    private final BusinessCalendar calendar;

    AssignMarkHandler(LookUpGate gate, SealedPersons persons, Papers papers, BusinessCalendar calendar) {
        this.gate = gate;
        this.persons = persons;
        this.papers = papers;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(AssignMark command, Journal journal) {
        LookUp found = gate.find(journal, command.mark(), command.proof());
        if (found.isEmpty()) {
            return found.refused();
        }
        Vehicle vehicle = Fold.of(found.get().facts(), Vehicle.NEW, AssignMarkDecider::evolve);
        Entitlement entitlement =
                Fold.of(journal.mark(command.markToAssign()), new Entitlement.None(), Entitlement::evolve);
        SealedKeeper keeper = vehicle.keeper();
        Shown shown = new Shown(
                keeper != null && persons.livesAt(keeper, command.keeperPostcode()), matches(command, entitlement));
        if (AssignMarkDecider.stoppedBy(command, vehicle, shown).isEmpty() && command.granteeConsent()) {
            countCertificateTry(command, journal, shown.certificateMatches());
        }
        return AssignMarkDecider.decide(
                command,
                vehicle,
                entitlement,
                shown,
                journal.isPaid(),
                () -> print(command, journal, found.get(), Objects.requireNonNull(keeper)),
                calendar.today());
    }

    private boolean matches(AssignMark command, Entitlement entitlement) {
        return entitlement instanceof Entitlement.Held held
                && command.certificateNumber().mark().equals(command.markToAssign())
                && papers.isCertificate(held.certificate(), command.certificateNumber());
    }

    /// Certificates are guarded like document references, on a counter of their own (domain.md 1.0).
    private static void countCertificateTry(AssignMark command, Journal journal, boolean matches) {
        journal.attempt(AttemptLimits.certificate(command.markToAssign(), matches ? Effect.CLEAR : Effect.COUNT));
        if (!matches) {
            journal.attempt(AttemptLimits.client(journal.client(), Effect.COUNT));
        }
    }

    private AssignMarkDecider.Papers print(
            AssignMark command, Journal journal, VehicleOnRecord onRecord, SealedKeeper keeper) {
        return new AssignMarkDecider.Papers(
                onRecord.id(),
                command.business() == null ? null : persons.party(command.business(), journal.newDataKey()),
                papers.newV5C(onRecord.id(), onRecord.usedReferences(), persons.keyOf(keeper)));
    }
}
