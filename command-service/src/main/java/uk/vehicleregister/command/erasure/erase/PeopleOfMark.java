package uk.vehicleregister.command.erasure.erase;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.erasure.PersonRole;
import uk.vehicleregister.kernel.event.EntitlementBought;
import uk.vehicleregister.kernel.event.EntitlementExtended;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.EntitlementLapsed;
import uk.vehicleregister.kernel.event.EntitlementSurrendered;
import uk.vehicleregister.kernel.event.EntitlementUsed;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.MarkReplaced;
import uk.vehicleregister.kernel.event.MarkRestored;
import uk.vehicleregister.kernel.event.MarkTransferred;
import uk.vehicleregister.kernel.event.NomineeNamed;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.sealing.SealedParty;

/// The people who have held the right to one mark, folded from its events.
///
/// @param holder the key of whoever holds the right now
/// @param nominee the key of whom they have named
record PeopleOfMark(
        Persons persons, @Nullable UUID holder, @Nullable UUID nominee) {

    static final PeopleOfMark NONE = new PeopleOfMark(Persons.NONE, null, null);

    PeopleOfMark after(Told<MarkFact> told) {
        long position = told.position();
        return switch (told.fact()) {
            case EntitlementGranted f ->
                held(position, PersonRole.GRANTEE, f.grantee(), f.grantedOn()).noted(position, f.certificate());
            case EntitlementBought f -> {
                PeopleOfMark held = held(position, PersonRole.PURCHASER, f.purchaser(), f.boughtOn());
                SealedParty named = f.nominee();
                yield (named == null ? held : held.naming(position, named, f.boughtOn()))
                        .noted(position, f.certificate());
            }
            case NomineeNamed f -> naming(position, f.nominee(), f.namedOn()).noted(position, f.certificate());
            case EntitlementExtended f -> noted(position, f.certificate());
            case EntitlementSurrendered f -> noted(position, f.certificate()).ended(f.surrenderedOn());
            case EntitlementLapsed f -> ended(f.lapsedOn());
            case EntitlementUsed f -> ended(f.usedOn());
            case MarkIssued _, MarkReplaced _, MarkRestored _, MarkTransferred _ -> this;
        };
    }

    private PeopleOfMark held(long position, PersonRole role, SealedParty party, LocalDate on) {
        UUID key = party.details().keyId();
        return new PeopleOfMark(persons.told(position, role, key, on).changed(key, Person::standing), key, null);
    }

    /// The one named before has done with it.
    private PeopleOfMark naming(long position, SealedParty named, LocalDate on) {
        UUID key = named.details().keyId();
        Persons changed = persons.changed(nominee, before -> before.ended(on))
                .told(position, PersonRole.NOMINEE, key, on)
                .changed(key, Person::standing);
        return new PeopleOfMark(changed, holder, key);
    }

    /// Its number is sealed under the holder's key.
    private PeopleOfMark noted(long position, Credential certificate) {
        return new PeopleOfMark(persons.noted(position, certificate.sealed().keyId()), holder, nominee);
    }

    private PeopleOfMark ended(LocalDate on) {
        Persons changed = persons.changed(holder, had -> had.ended(on)).changed(nominee, had -> had.ended(on));
        return new PeopleOfMark(changed, null, null);
    }
}
