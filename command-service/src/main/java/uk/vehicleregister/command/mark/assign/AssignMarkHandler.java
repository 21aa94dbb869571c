package uk.vehicleregister.command.mark.assign;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.entitlement.CertificateGate;
import uk.vehicleregister.command.entitlement.CertificateGate.Found;
import uk.vehicleregister.command.entitlement.Entitlement;
import uk.vehicleregister.command.lookup.LookUpGate;
import uk.vehicleregister.command.lookup.VehicleOnRecord;
import uk.vehicleregister.command.mark.assign.AssignMarkDecider.Shown;
import uk.vehicleregister.command.mark.assign.AssignMarkDecider.Vehicle;
import uk.vehicleregister.command.paper.Papers;
import uk.vehicleregister.command.person.SamePerson;
import uk.vehicleregister.command.person.SealedPersons;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.sealing.SealedKeeper;

@Component
final class AssignMarkHandler {

    private final LookUpGate gate;
    private final CertificateGate certificates;
    private final SealedPersons persons;
    private final SamePerson same;
    private final Papers papers;
    private final BusinessCalendar calendar;

    AssignMarkHandler(
            LookUpGate gate,
            CertificateGate certificates,
            SealedPersons persons,
            SamePerson same,
            Papers papers,
            BusinessCalendar calendar) {
        this.gate = gate;
        this.certificates = certificates;
        this.persons = persons;
        this.same = same;
        this.papers = papers;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(AssignMark command, Journal journal) {
        Optional<VehicleOnRecord> found = gate.find(journal, command.mark(), command.proof());
        if (found.isEmpty()) {
            return Decision.refused(RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
        }
        Vehicle vehicle = Fold.of(found.get().facts(), Vehicle.NEW, AssignMarkDecider::evolve);
        Found certificate = certificates.look(journal, command.markToAssign(), command.certificateNumber());
        SealedKeeper keeper = vehicle.keeper();
        Shown shown = new Shown(
                keeper != null && persons.livesAt(keeper, command.keeperPostcode()),
                certificate.matches(),
                keeper != null && certificate.matches() && mayUse(keeper, certificate.entitlement()),
                journal.isPaid(),
                journal.isReviewed());
        LocalDate today = calendar.today();
        if (AssignMarkDecider.stoppedBy(command, vehicle, shown, today).isEmpty() && command.granteeConsent()) {
            certificates.count(journal, command.markToAssign(), certificate);
        }
        return AssignMarkDecider.decide(
                command,
                vehicle,
                certificate.entitlement(),
                found.get().id(),
                shown,
                () -> print(command, journal, found.get(), Objects.requireNonNull(keeper)),
                today);
    }

    /// Nobody is unsealed where no nominee was named, for then the holder's consent decides.
    private boolean mayUse(SealedKeeper keeper, Entitlement entitlement) {
        return entitlement instanceof Entitlement.Held held
                && held.nominee() != null
                && (same.isKeeper(held.nominee(), keeper) || same.isKeeper(held.holder(), keeper));
    }

    private AssignMarkDecider.Papers print(
            AssignMark command, Journal journal, VehicleOnRecord onRecord, SealedKeeper keeper) {
        return new AssignMarkDecider.Papers(
                onRecord.id(),
                command.business() == null ? null : persons.party(command.business(), journal.newDataKey()),
                papers.newV5C(onRecord.id(), onRecord.usedReferences(), persons.keyOf(keeper)));
    }
}
