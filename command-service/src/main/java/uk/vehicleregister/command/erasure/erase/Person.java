package uk.vehicleregister.command.erasure.erase;

import java.time.LocalDate;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.erasure.PersonRole;

/// Somebody of whom events tell in one role: what is sealed under one key.
///
/// @param positions of the events that hold texts of theirs
/// @param endedOn when they had done with the register in that role; null while they stand in the record
/// @param email the key of the email address a keeper gave when they sold, which is forgotten with them
record Person(
        PersonRole role,
        UUID keyId,
        SequencedSet<Long> positions,
        @Nullable LocalDate endedOn,
        @Nullable UUID email) {

    static Person told(PersonRole role, UUID keyId, LocalDate on) {
        return new Person(role, keyId, new TreeSet<>(), on, null);
    }

    boolean stands() {
        return endedOn == null;
    }

    Person at(long position) {
        SequencedSet<Long> more = new TreeSet<>(positions);
        more.add(position);
        return new Person(role, keyId, more, endedOn, email);
    }

    Person standing() {
        return new Person(role, keyId, positions, null, null);
    }

    Person ended(LocalDate on) {
        return new Person(role, keyId, positions, on, email);
    }

    Person selling(@Nullable UUID emailKey) {
        return new Person(role, keyId, positions, endedOn, emailKey);
    }
}
