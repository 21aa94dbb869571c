package uk.vehicleregister.command.record.correct;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.lookup.VehicleOnRecord;
import uk.vehicleregister.command.paper.Papers;
import uk.vehicleregister.command.person.SealedPersons;
import uk.vehicleregister.command.record.correct.CorrectRecord.Keepership;
import uk.vehicleregister.command.record.correct.VehicleRecord.Told;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.eventstore.vault.DataKey;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.keeper.Keeper;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.sealing.SealedKeeper;

@Component
final class CorrectRecordHandler {

    private final EventLogReader log;
    private final SealedPersons persons;
    private final Papers papers;
    private final BusinessCalendar calendar;

    CorrectRecordHandler(EventLogReader log, SealedPersons persons, Papers papers, BusinessCalendar calendar) {
        this.log = log;
        this.persons = persons;
        this.papers = papers;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(CorrectRecord command, Journal journal) {
        VehicleOnRecord onRecord = new VehicleOnRecord(command.vehicle(), journal.vehicle(command.vehicle()));
        VehicleRecord vehicle = Fold.of(told(onRecord), VehicleRecord.EMPTY, VehicleRecord::after);
        return CorrectRecordDecider.decide(
                command,
                vehicle,
                namesSameKeeper(command, vehicle),
                new InHousePress(command, onRecord, journal),
                calendar.today());
    }

    /// The facts are the journal's, whose version the append checks; only their positions are read beside it. A stream
    /// only grows, so the first of its events are those facts, whatever has come since.
    private List<Told> told(VehicleOnRecord vehicle) {
        List<VehicleFact> facts = vehicle.facts();
        if (facts.isEmpty()) return List.of();
        List<RecordedEvent> events = log.stream(VehicleFact.streamOf(vehicle.id()), 0);
        List<Told> told = new ArrayList<>(facts.size());
        for (int i = 0; i < facts.size(); i++) told.add(new Told(events.get(i).position(), facts.get(i)));
        return told;
    }

    private boolean namesSameKeeper(CorrectRecord command, VehicleRecord vehicle) {
        Keeping keeping = vehicle.keepings().at(command.corrects());
        SealedKeeper there = keeping == null ? null : keeping.keeper();
        return there != null
                && command.correction() instanceof Keepership told
                && persons.open(there)
                        .filter(keeper -> keeper.equals(told.newKeeper()))
                        .isPresent();
    }

    /// Seals and prints for one correction.
    private final class InHousePress implements CorrectRecordDecider.Press {

        private final CorrectRecord command;
        private final VehicleOnRecord onRecord;
        private final Journal journal;
        private @Nullable SealedKeeper newKeeper;
        private @Nullable DataKey newKey;

        InHousePress(CorrectRecord command, VehicleOnRecord onRecord, Journal journal) {
            this.command = command;
            this.onRecord = onRecord;
            this.journal = journal;
        }

        @Override
        public SealedKeeper newKeeper() {
            Keeper told = command.correction() instanceof Keepership keepership ? keepership.newKeeper() : null;
            if (told == null) throw new IllegalStateException("no keeper was told of");
            newKey = journal.newDataKey();
            newKeeper = persons.keeper(told, newKey);
            return newKeeper;
        }

        @Override
        public Credential v5c(@Nullable SealedKeeper holder) {
            return papers.newV5C(onRecord.id(), onRecord.usedReferences(), keyOf(holder));
        }

        /// A V5C of a vehicle in the trade belongs to nobody yet; one of an erased keeper can no longer be theirs.
        private DataKey keyOf(@Nullable SealedKeeper holder) {
            if (newKey != null && holder == newKeeper) return newKey;
            return holder != null && persons.open(holder).isPresent() ? persons.keyOf(holder) : journal.newDataKey();
        }
    }
}
