package uk.vehicleregister.query.wholooked;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.vehicleregister.eventstore.log.AppendOutcome;
import uk.vehicleregister.eventstore.vault.KeyedDigest;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.kernel.event.AttemptRefused;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.paper.DocumentReference;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.calendar.BusinessCalendar;
import uk.vehicleregister.query.disclosure.Asked;
import uk.vehicleregister.query.disclosure.Disclosures;
import uk.vehicleregister.query.disclosure.LookNotRecordedException;
import uk.vehicleregister.query.disclosure.Subject;
import uk.vehicleregister.query.web.Callers;
import uk.vehicleregister.query.web.Fault;

/// Answers who shows a mark and the reference of its latest V5C, and nobody else: an unknown mark and a wrong
/// reference are one and the same answer, and both count as a wrong try. It reads the log itself and is answered
/// only if that has not moved, so that a V5C which died a moment ago opens nothing.
@Component
class KeeperDesk {

    private static final String COMMAND = "disclosures";
    private static final int ROUNDS = 5;

    /// What the keeper gets, or why not.
    sealed interface Told<T> {
        record Answer<T>(T what) implements Told<T> {}

        record Refused<T>(Fault why) implements Told<T> {}
    }

    private record Standing(@Nullable VehicleId vehicle, Keepership kept, Map<String, Long> versions) {}

    private final AuditTrail trail;
    private final Disclosures disclosures;
    private final Callers callers;
    private final BusinessCalendar calendar;
    private final KeyedDigest credentials;

    KeeperDesk(AuditTrail trail, Disclosures disclosures, Callers callers, BusinessCalendar calendar, LocalKeys keys) {
        this.trail = trail;
        this.disclosures = disclosures;
        this.callers = callers;
        this.calendar = calendar;
        this.credentials = keys.credentials();
    }

    /// @param answer made of what the keeper may see, before it is recorded that they looked
    <T> Told<T> ask(
            RegistrationMark mark, DocumentReference reference, Asked asked, Function<Looks.Visible, T> answer) {
        for (int round = 0; round < ROUNDS; round++) {
            Standing standing = standing(mark);
            Looks.Visible visible = visible(standing, reference);
            Told<T> told = visible == null
                    ? new Told.Refused<>(Fault.of(RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED))
                    : new Told.Answer<>(answer.apply(visible));
            AppendOutcome outcome = visible == null ? wrongTry(mark, standing) : looked(mark, visible, asked, standing);
            switch (outcome) {
                case AppendOutcome.Appended _ -> {
                    return told;
                }
                case AppendOutcome.Blocked blocked -> {
                    return new Told.Refused<>(Tries.lockedOut(blocked));
                }
                case AppendOutcome.Stale _ -> {
                    // the record moved while it was read: once more
                }
                case AppendOutcome.AlreadyReceipted _ -> throw new IllegalStateException("a look has no receipt");
            }
        }
        throw new LookNotRecordedException("The record moved at each of " + ROUNDS + " looks");
    }

    private AppendOutcome looked(RegistrationMark mark, Looks.Visible visible, Asked asked, Standing standing) {
        return disclosures.record(
                asked,
                List.of(new Subject(visible.vehicle(), mark)),
                standing.versions(),
                Tries.right(callers.pseudonym(), mark));
    }

    private AppendOutcome wrongTry(RegistrationMark mark, Standing standing) {
        return disclosures.note(
                new AttemptRefused(
                        UUID.randomUUID(),
                        COMMAND,
                        mark,
                        RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED,
                        calendar.today()),
                standing.versions(),
                Tries.wrong(callers.pseudonym(), mark));
    }

    /// Null when the mark is on no vehicle, or this is not the reference on its latest V5C.
    private Looks.@Nullable Visible visible(Standing standing, DocumentReference shown) {
        VehicleId vehicle = standing.vehicle();
        Credential latest = standing.kept().latest();
        if (vehicle == null || latest == null || !isReference(latest, vehicle, shown)) return null;
        // in the trade it has no keeper, and nobody's looks are to be seen
        long since = standing.kept().keeper() == null
                ? Long.MAX_VALUE
                : standing.kept().since();
        return new Looks.Visible(vehicle, since, calendar.today());
    }

    private Standing standing(RegistrationMark mark) {
        Map<String, Long> versions = new HashMap<>();
        List<AuditTrail.Entry> ofMark = read(MarkFact.streamOf(mark), versions);
        VehicleId vehicle =
                ofMark.isEmpty() ? null : ((MarkFact) ofMark.getLast().fact()).carrier();
        List<AuditTrail.Entry> ofVehicle = vehicle == null ? List.of() : read(VehicleFact.streamOf(vehicle), versions);
        return new Standing(vehicle, Keepership.after(ofVehicle), versions);
    }

    private List<AuditTrail.Entry> read(String stream, Map<String, Long> versions) {
        List<AuditTrail.Entry> entries = trail.upTo(Long.MAX_VALUE, stream);
        versions.put(stream, entries.isEmpty() ? -1 : entries.getLast().event().version());
        return entries;
    }

    /// As the command side makes the digest when it issues the V5C.
    private boolean isReference(Credential latest, VehicleId vehicle, DocumentReference shown) {
        return MessageDigest.isEqual(
                latest.digest().getBytes(StandardCharsets.US_ASCII),
                credentials.text("v5c", vehicle.text(), shown.text()).getBytes(StandardCharsets.US_ASCII));
    }
}
