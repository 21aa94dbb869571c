package uk.vehicleregister.command.erasure.erase;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.erasure.PersonRole;

/// The people whom a stream of events tells of, by their keys.
record Persons(Map<UUID, Person> byKey) {

    static final Persons NONE = new Persons(Map.of());

    Stream<Person> all() {
        return byKey.values().stream();
    }

    @Nullable
    Person of(UUID keyId) {
        return byKey.get(keyId);
    }

    @Nullable
    Person at(long position, PersonRole role) {
        return all().filter(
                        person -> person.role() == role && person.positions().contains(position))
                .findFirst()
                .orElse(null);
    }

    /// Somebody whom this event tells of.
    Persons told(long position, PersonRole role, UUID keyId, LocalDate on) {
        Person known = byKey.getOrDefault(keyId, Person.told(role, keyId, on));
        return with(known.at(position));
    }

    /// An event holds a text under that key; whose, is told by another.
    Persons noted(long position, UUID keyId) {
        return changed(keyId, person -> person.at(position));
    }

    Persons changed(@Nullable UUID keyId, UnaryOperator<Person> change) {
        Person known = keyId == null ? null : byKey.get(keyId);
        return known == null ? this : with(change.apply(known));
    }

    private Persons with(Person person) {
        Map<UUID, Person> more = new LinkedHashMap<>(byKey);
        more.put(person.keyId(), person);
        return new Persons(more);
    }
}
