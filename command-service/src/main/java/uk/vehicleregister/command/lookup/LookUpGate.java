package uk.vehicleregister.command.lookup;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.AttemptLimits;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.paper.Papers;
import uk.vehicleregister.command.person.SealedPersons;
import uk.vehicleregister.eventstore.log.Attempt.Effect;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.paper.DocumentReference;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// Who knows a vehicle's mark and the reference of its latest V5C may act on it (domain.md 1.0). An unknown mark and a
/// wrong reference are one and the same answer, and both count as a wrong try for the mark.
@Component
public final class LookUpGate {

    private final Papers papers;
    private final SealedPersons persons;

    LookUpGate(Papers papers, SealedPersons persons) {
        this.papers = papers;
        this.persons = persons;
    }

    /// Empty means not matched; the try is then counted together with the answer.
    public Optional<VehicleOnRecord> find(Journal journal, RegistrationMark mark, Proof proof) {
        Optional<VehicleOnRecord> vehicle = carrying(journal, mark).filter(found -> proves(found, proof));
        boolean matched = vehicle.isPresent();
        journal.attempt(AttemptLimits.client(journal.client(), matched ? Effect.CHECK : Effect.COUNT));
        journal.attempt(AttemptLimits.reference(mark, matched ? Effect.CLEAR : Effect.COUNT));
        return vehicle;
    }

    /// For those who need no reference: registrars and treatment facilities.
    public Optional<VehicleOnRecord> carrying(Journal journal, RegistrationMark mark) {
        journal.about(mark);
        return Optional.ofNullable(placeOf(journal.mark(mark))).map(id -> new VehicleOnRecord(id, journal.vehicle(id)));
    }

    private boolean proves(VehicleOnRecord vehicle, Proof proof) {
        return switch (proof) {
            case Proof.Reference(DocumentReference reference) -> {
                Credential latest = latestV5C(vehicle.facts());
                yield latest != null && papers.isReference(latest, vehicle.id(), reference);
            }
            case Proof.KeeperPostcode(Postcode postcode) -> {
                SealedKeeper keeper = vehicle.keeper();
                yield keeper != null && !postcode.text().isEmpty() && persons.livesAt(keeper, postcode);
            }
        };
    }

    private static @Nullable Credential latestV5C(List<VehicleFact> facts) {
        for (VehicleFact fact : facts.reversed()) {
            if (fact instanceof V5CIssued issued) {
                return issued.documentReference();
            }
        }
        return null;
    }

    private static @Nullable VehicleId placeOf(List<MarkFact> facts) {
        return facts.isEmpty() ? null : facts.getLast().carrier();
    }
}
