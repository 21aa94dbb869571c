package uk.vehicleregister.command.mark.transfer;

import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.lookup.LookUpGate;
import uk.vehicleregister.command.lookup.VehicleOnRecord;
import uk.vehicleregister.command.mark.transfer.TransferMarkDecider.Pair;
import uk.vehicleregister.command.mark.transfer.TransferMarkDecider.Replacement;
import uk.vehicleregister.command.mark.transfer.TransferMarkDecider.Shown;
import uk.vehicleregister.command.paper.MarkAllocation;
import uk.vehicleregister.command.paper.Papers;
import uk.vehicleregister.command.person.SamePerson;
import uk.vehicleregister.command.person.SealedPersons;
import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;

@Component
final class TransferMarkHandler {

    private final LookUpGate gate;
    private final SealedPersons persons;
    private final SamePerson same;
    private final Papers papers;
    private final MarkAllocation allocation;
    private final BusinessCalendar calendar;

    TransferMarkHandler(
            LookUpGate gate,
            SealedPersons persons,
            SamePerson same,
            Papers papers,
            MarkAllocation allocation,
            BusinessCalendar calendar) {
        this.gate = gate;
        this.persons = persons;
        this.same = same;
        this.papers = papers;
        this.allocation = allocation;
        this.calendar = calendar;
    }

    /// Both are looked up, whatever became of the first, so that a wrong reference counts for the mark it was shown
    /// for.
    @CommandHandler
    Decision handle(TransferMark command, Journal journal) {
        Optional<VehicleOnRecord> from = gate.find(journal, command.mark(), command.fromProof());
        Optional<VehicleOnRecord> to = gate.find(journal, command.replaced(), command.toProof());
        if (from.isEmpty() || to.isEmpty()) {
            return Decision.refused(RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
        }
        Pair pair = new Pair(state(from.get()), state(to.get()));
        return TransferMarkDecider.decide(
                command,
                pair,
                from.get().id(),
                shown(pair, command.keeperPostcode(), journal),
                () -> print(command, journal, from.get(), to.get(), pair),
                calendar.today());
    }

    private static VehicleInTransfer state(VehicleOnRecord vehicle) {
        return Fold.of(vehicle.facts(), VehicleInTransfer.NEW, VehicleInTransfer::evolve);
    }

    private Shown shown(Pair pair, Postcode postcode, Journal journal) {
        SealedKeeper from = pair.from().keeper();
        SealedKeeper to = pair.to().keeper();
        boolean livesAtBoth =
                from != null && to != null && persons.livesAt(from, postcode) && persons.livesAt(to, postcode);
        boolean sameKeeper = from != null && to != null && livesAtBoth && same.keepsBoth(from, to);
        return new Shown(livesAtBoth, sameKeeper, journal.isPaid(), journal.isReviewed());
    }

    private TransferMarkDecider.Papers print(
            TransferMark command, Journal journal, VehicleOnRecord from, VehicleOnRecord to, Pair pair) {
        return new TransferMarkDecider.Papers(
                from.id(),
                to.id(),
                replacement(command, journal, from, pair.from()),
                v5c(from, pair.from()),
                v5c(to, pair.to()));
    }

    private Credential v5c(VehicleOnRecord onRecord, VehicleInTransfer vehicle) {
        SealedKeeper keeper = Objects.requireNonNull(vehicle.keeper());
        return papers.newV5C(onRecord.id(), onRecord.usedReferences(), persons.keyOf(keeper));
    }

    /// The vehicle's own first mark when it is free, else one of the right age that was never issued.
    private Replacement replacement(
            TransferMark command, Journal journal, VehicleOnRecord onRecord, VehicleInTransfer vehicle) {
        RegistrationMark original = Objects.requireNonNull(vehicle.original());
        if (!original.equals(command.mark()) && TransferMarkDecider.waitsFor(onRecord.id(), journal.mark(original))) {
            return new Replacement(original, true);
        }
        VehicleDetails details = Objects.requireNonNull(vehicle.details());
        return new Replacement(allocation.neverIssued(journal, details.dateOfFirstRegistration()), false);
    }
}
