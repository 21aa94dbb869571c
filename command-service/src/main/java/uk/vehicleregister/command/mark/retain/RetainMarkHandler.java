package uk.vehicleregister.command.mark.retain;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.lookup.LookUp;
import uk.vehicleregister.command.lookup.LookUpGate;
import uk.vehicleregister.command.lookup.VehicleOnRecord;
import uk.vehicleregister.command.mark.retain.RetainMarkDecider.Replacement;
import uk.vehicleregister.command.mark.retain.RetainMarkDecider.Shown;
import uk.vehicleregister.command.mark.retain.RetainMarkDecider.Vehicle;
import uk.vehicleregister.command.paper.MarkAllocation;
import uk.vehicleregister.command.paper.Papers;
import uk.vehicleregister.command.person.SealedPersons;
import uk.vehicleregister.eventstore.vault.DataKey;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;

@Component
final class RetainMarkHandler {

    private final LookUpGate gate;
    private final SealedPersons persons;
    private final Papers papers;
    private final MarkAllocation allocation;
    private final BusinessCalendar calendar;

    RetainMarkHandler(
            LookUpGate gate,
            SealedPersons persons,
            Papers papers,
            MarkAllocation allocation,
            BusinessCalendar calendar) {
        this.gate = gate;
        this.persons = persons;
        this.papers = papers;
        this.allocation = allocation;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(RetainMark command, Journal journal) {
        LookUp found = gate.find(journal, command.mark(), command.proof());
        if (found.isEmpty()) {
            return found.refused();
        }
        Vehicle vehicle = Fold.of(found.get().facts(), Vehicle.NEW, RetainMarkDecider::evolve);
        SealedKeeper keeper = vehicle.keeper();
        boolean livesThere = keeper != null && persons.livesAt(keeper, command.keeperPostcode());
        return RetainMarkDecider.decide(
                command,
                vehicle,
                found.get().id(),
                new Shown(livesThere, journal.isPaid(), journal.isReviewed()),
                () -> print(command, journal, found.get(), vehicle),
                calendar.today());
    }

    private RetainMarkDecider.Papers print(
            RetainMark command, Journal journal, VehicleOnRecord onRecord, Vehicle vehicle) {
        SealedKeeper keeper = Objects.requireNonNull(vehicle.keeper());
        DataKey granteesKey = journal.newDataKey();
        return new RetainMarkDecider.Papers(
                onRecord.id(),
                replacement(journal, onRecord, vehicle),
                papers.newCertificate(command.mark(), granteesKey),
                persons.grantee(keeper, command.keeperEmail(), granteesKey),
                command.business() == null ? null : persons.party(command.business(), journal.newDataKey()),
                papers.newV5C(onRecord.id(), onRecord.usedReferences(), persons.keyOf(keeper)));
    }

    /// The vehicle's own first mark when it is free, else one of the right age that was never issued.
    private Replacement replacement(Journal journal, VehicleOnRecord onRecord, Vehicle vehicle) {
        RegistrationMark original = Objects.requireNonNull(vehicle.original());
        if (!original.equals(vehicle.mark()) && RetainMarkDecider.waitsFor(onRecord.id(), journal.mark(original))) {
            return new Replacement(original, true);
        }
        VehicleDetails details = Objects.requireNonNull(vehicle.details());
        return new Replacement(allocation.neverIssued(journal, details.dateOfFirstRegistration()), false);
    }
}
