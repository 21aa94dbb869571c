package uk.vehicleregister.command.lookup;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.AttemptLimits;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.desk.OnBehalfOf;
import uk.vehicleregister.command.paper.Papers;
import uk.vehicleregister.command.person.SealedPersons;
import uk.vehicleregister.eventstore.log.Attempt.Effect;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.paper.DocumentReference;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// Who knows a vehicle's mark and the reference of its latest V5C may act on it (domain.md 1.0). An unknown mark
/// and a wrong reference are one and the same answer, and both count as a wrong try for the mark. So does an
/// authority that is not the applicant's; theirs, where it does not hold, is refused with the reason.
@Component
public final class LookUpGate {

    private final Papers papers;
    private final SealedPersons persons;
    private final BusinessCalendar calendar;

    LookUpGate(Papers papers, SealedPersons persons, BusinessCalendar calendar) {
        this.papers = papers;
        this.persons = persons;
        this.calendar = calendar;
    }

    /// A try that did not match is counted together with the answer.
    public LookUp find(Journal journal, RegistrationMark mark, Proof proof) {
        LookUp found = carrying(journal, mark)
                .map(vehicle -> shown(journal, vehicle, proof))
                .orElse(LookUp.NOT_MATCHED);
        boolean matched = !found.equals(LookUp.NOT_MATCHED);
        journal.attempt(AttemptLimits.client(journal.client(), matched ? Effect.CHECK : Effect.COUNT));
        journal.attempt(AttemptLimits.reference(mark, matched ? rightTry(proof) : Effect.COUNT));
        return found;
    }

    /// Only the reference itself makes wrong references forgotten: whoever holds an authority may not guess on and on.
    private static Effect rightTry(Proof proof) {
        return switch (proof) {
            case Proof.Reference _, Proof.KeeperPostcode _ -> Effect.CLEAR;
            case Proof.ByAuthority _ -> Effect.CHECK;
        };
    }

    /// For those who need no reference: registrars and treatment facilities.
    public Optional<VehicleOnRecord> carrying(Journal journal, RegistrationMark mark) {
        journal.about(mark);
        return Optional.ofNullable(placeOf(journal.mark(mark))).map(id -> new VehicleOnRecord(id, journal.vehicle(id)));
    }

    /// The same as a look-up.
    public LookUp known(Journal journal, RegistrationMark mark) {
        return carrying(journal, mark).<LookUp>map(LookUp.Found::new).orElse(LookUp.NOT_MATCHED);
    }

    private LookUp shown(Journal journal, VehicleOnRecord vehicle, Proof proof) {
        return switch (proof) {
            case Proof.Reference(DocumentReference reference) -> {
                Credential latest = vehicle.latestReference();
                yield latest != null && papers.isReference(latest, vehicle.id(), reference)
                        ? new LookUp.Found(vehicle)
                        : LookUp.NOT_MATCHED;
            }
            case Proof.KeeperPostcode(Postcode postcode) -> {
                SealedKeeper keeper = vehicle.keeper();
                yield keeper != null && !postcode.text().isEmpty() && persons.livesAt(keeper, postcode)
                        ? new LookUp.Found(vehicle)
                        : LookUp.NOT_MATCHED;
            }
            case Proof.ByAuthority(UUID authorityId) -> onAuthority(journal, vehicle, authorityId);
        };
    }

    /// The authority's stream is read through the journal, so a revocation that comes in between makes this try stale.
    private LookUp onAuthority(Journal journal, VehicleOnRecord vehicle, UUID authorityId) {
        Authority authority = Fold.of(journal.authority(authorityId), Authority.NONE, Authority::evolve);
        SealedKeeper keeper = vehicle.keeper();
        UUID keeperKey = keeper == null ? null : keeper.details().keyId();
        Optional<RefusalCode> stopped = authority.stops(
                new Authority.Use(vehicle.id(), keeperKey, journal.client(), journal.command(), calendar.today()));
        if (stopped.isPresent() || keeperKey == null) {
            return new LookUp.Refused(stopped.orElse(RefusalCode.AUTHORITY_ENDED));
        }
        journal.onBehalfOf(vehicle.id(), new OnBehalfOf(authorityId, keeperKey));
        return new LookUp.Found(vehicle);
    }

    private static @Nullable VehicleId placeOf(List<MarkFact> facts) {
        return facts.isEmpty() ? null : facts.getLast().carrier();
    }
}
