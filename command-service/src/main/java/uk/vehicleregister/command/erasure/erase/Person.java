package uk.vehicleregister.command.erasure.erase;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.erasure.PersonRole;

/// Somebody of whom events tell in one role: what is sealed under one key.
///
/// @param positions of the events that hold texts of theirs
/// @param endedOn when they had done with the register in that role; null while they stand in the record
/// @param emails the keys of the email addresses a keeper gave when they sold, which are forgotten with them
record Person(
        PersonRole role,
        UUID keyId,
        SequencedSet<Long> positions,
        @Nullable LocalDate endedOn,
        Set<UUID> emails) {

    static Person told(PersonRole role, UUID keyId, LocalDate on) {
        return new Person(role, keyId, new TreeSet<>(), on, Set.of());
    }

    boolean stands() {
        return endedOn == null;
    }

    Person at(long position) {
        SequencedSet<Long> more = new TreeSet<>(positions);
        more.add(position);
        return new Person(role, keyId, more, endedOn, emails);
    }

    Person standing() {
        return new Person(role, keyId, positions, null, emails);
    }

    Person ended(LocalDate on) {
        return new Person(role, keyId, positions, on, emails);
    }

    /// Whoever sells twice, for the first sale was taken back, may have given two.
    Person selling(UUID email) {
        SequencedSet<UUID> more = new LinkedHashSet<>(emails);
        more.add(email);
        return new Person(role, keyId, positions, endedOn, more);
    }
}
