package uk.vehicleregister.command.erasure.erase;

import static uk.vehicleregister.command.desk.Decision.refused;
import static uk.vehicleregister.kernel.refusal.RefusalCode.ALREADY_ERASED;
import static uk.vehicleregister.kernel.refusal.RefusalCode.CONSENT_MISSING;
import static uk.vehicleregister.kernel.refusal.RefusalCode.DATE_IN_FUTURE;
import static uk.vehicleregister.kernel.refusal.RefusalCode.LEGAL_BASIS_DOES_NOT_FIT;
import static uk.vehicleregister.kernel.refusal.RefusalCode.NOTHING_TO_ERASE;
import static uk.vehicleregister.kernel.refusal.RefusalCode.NOT_FOUND;
import static uk.vehicleregister.kernel.refusal.RefusalCode.PERSON_STILL_ON_RECORD;
import static uk.vehicleregister.kernel.refusal.RefusalCode.RETENTION_PERIOD_RUNS;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.erasure.erase.ErasePersons.KeepershipsEndedBefore;
import uk.vehicleregister.command.erasure.erase.ErasePersons.One;
import uk.vehicleregister.kernel.erasure.LegalBasis;
import uk.vehicleregister.kernel.erasure.PersonRole;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.PersonErased;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// Who may be forgotten: nobody who still stands in the record, and as no longer necessary nobody before the years
/// a record is kept are over (ADR 29).
final class ErasePersonsDecider {

    /// Six years in which a claim can be brought (Limitation Act 1980), and one for notices that come late.
    static final int YEARS_KEPT = 7;

    /// @param people whom the events tell of
    /// @param vehicle whose events they are; null: those of a mark
    /// @param isErased whether that key has been destroyed
    record OnRecord(Persons people, @Nullable VehicleId vehicle, Predicate<UUID> isErased) {}

    /// @param erasureId a new one
    static Decision decide(ErasePersons command, OnRecord record, UUID erasureId, LocalDate today) {
        return switch (command.whom()) {
            case One one -> {
                Person person = record.people().at(one.position(), one.role());
                if (person == null) yield refused(NOT_FOUND);
                yield stopped(command, person, record, today)
                        .<Decision>map(Decision::refused)
                        .orElseGet(() -> erased(command, List.of(person), record, erasureId, today));
            }
            case KeepershipsEndedBefore ended -> {
                if (record.people().byKey().isEmpty()) yield refused(NOT_FOUND);
                if (ended.date().isAfter(today)) yield refused(DATE_IN_FUTURE);
                if (!command.noExemptionApplies()) yield refused(CONSENT_MISSING);
                if (command.legalBasis() == LegalBasis.CONSENT_WITHDRAWN) yield refused(LEGAL_BASIS_DOES_NOT_FIT);
                List<Person> due = record.people()
                        .all()
                        .filter(person -> person.role() == PersonRole.KEEPER && endedBefore(person, ended.date()))
                        .filter(person ->
                                stopped(command, person, record, today).isEmpty())
                        .toList();
                yield due.isEmpty() ? refused(NOTHING_TO_ERASE) : erased(command, due, record, erasureId, today);
            }
        };
    }

    private static Optional<RefusalCode> stopped(
            ErasePersons command, Person person, OnRecord record, LocalDate today) {
        if (record.isErased().test(person.keyId())) return Optional.of(ALREADY_ERASED);
        if (person.stands() && person.role() != PersonRole.SELLER) return Optional.of(PERSON_STILL_ON_RECORD);
        if (!command.noExemptionApplies()) return Optional.of(CONSENT_MISSING);
        return switch (command.legalBasis()) {
            case NO_LONGER_NECESSARY ->
                isStillKept(person, today) ? Optional.of(RETENTION_PERIOD_RUNS) : Optional.empty();
            case CONSENT_WITHDRAWN ->
                person.role() == PersonRole.SELLER ? Optional.empty() : Optional.of(LEGAL_BASIS_DOES_NOT_FIT);
            case OBJECTION_UPHELD, UNLAWFULLY_PROCESSED, LEGAL_OBLIGATION -> Optional.empty();
        };
    }

    private static boolean isStillKept(Person person, LocalDate today) {
        return Objects.requireNonNull(person.endedOn()).plusYears(YEARS_KEPT).isAfter(today);
    }

    private static boolean endedBefore(Person person, LocalDate date) {
        return person.endedOn() != null && person.endedOn().isBefore(date);
    }

    /// With a keeper goes the email address they gave as the seller: it is theirs.
    private static Decision erased(
            ErasePersons command, List<Person> people, OnRecord record, UUID erasureId, LocalDate today) {
        List<Fact> facts = people.stream()
                .flatMap(person -> Stream.concat(Stream.of(person.keyId()), person.emails().stream()))
                .map(key -> Objects.requireNonNull(record.people().of(key)))
                .filter(person -> !record.isErased().test(person.keyId()))
                .<Fact>map(person -> new PersonErased(
                        erasureId,
                        person.role(),
                        person.keyId(),
                        List.copyOf(person.positions()),
                        record.vehicle(),
                        command.reason(),
                        command.legalBasis(),
                        today))
                .toList();
        return new Decision.Accepted(facts);
    }

    private ErasePersonsDecider() {}
}
