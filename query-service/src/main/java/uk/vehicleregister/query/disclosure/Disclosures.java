package uk.vehicleregister.query.disclosure;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import uk.vehicleregister.eventstore.log.Append;
import uk.vehicleregister.eventstore.log.AppendOutcome;
import uk.vehicleregister.eventstore.log.Attempt;
import uk.vehicleregister.eventstore.log.NewEvent;
import uk.vehicleregister.kernel.disclosure.DisclosurePurpose;
import uk.vehicleregister.kernel.event.EventCatalogue;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.RecordDisclosed;
import uk.vehicleregister.query.calendar.BusinessCalendar;
import uk.vehicleregister.query.web.Callers;

/// Records who looks at what, and what for. An endpoint that [Discloses] calls it when it knows its answer and
/// before the first byte of it leaves; when it throws, nothing may leave.
@Component
public final class Disclosures {

    /// A page of no answer is longer.
    public static final int MOST = 1_000;

    /// Names the transaction under which a look was recorded, so that who looked can fetch its receipt.
    static final String TRANSACTION = "Register-Disclosure";

    private record Metadata(UUID transactionId, String role, String actor) {}

    private final DisclosureLog log;
    private final Callers callers;
    private final BusinessCalendar calendar;
    private final int monthsUntilTold;

    Disclosures(
            DisclosureLog log,
            Callers callers,
            BusinessCalendar calendar,
            @Value("${register.disclosures.deferred-months:12}") int monthsUntilTold) {
        if (monthsUntilTold < 0 || monthsUntilTold > 120)
            throw new IllegalArgumentException("register.disclosures.deferred-months must be from 0 to 120");
        this.log = log;
        this.callers = callers;
        this.calendar = calendar;
        this.monthsUntilTold = monthsUntilTold;
    }

    public void record(Asked asked, Subject about) {
        record(asked, List.of(about));
    }

    /// An event for each subject, all in one append; one without a subject where the answer is about none. Throws
    /// LookNotRecordedException when that is not on the log, or may not be, and IllegalArgumentException for more
    /// than [#MOST] subjects.
    public void record(Asked asked, Collection<Subject> about) {
        AppendOutcome outcome = record(asked, about, Map.of(), List.of());
        if (!(outcome instanceof AppendOutcome.Appended))
            throw new LookNotRecordedException("The log did not take the look: " + outcome);
    }

    /// The same for who had to prove that they may look: only if those streams have not moved, and these tries
    /// are let through. Recorded is only what was `Appended`.
    public AppendOutcome record(
            Asked asked, Collection<Subject> about, Map<String, Long> expectedVersions, List<Attempt> tries) {
        Looker looker = Looker.ofRequest();
        Set<Subject> subjects = new LinkedHashSet<>(about.isEmpty() ? List.of(new Subject(null, null)) : about);
        if (subjects.size() > MOST) throw new IllegalArgumentException("a look at " + subjects.size() + " records");
        UUID transaction = UUID.randomUUID();
        String metadata = metadata(transaction, looker);
        List<NewEvent> events = subjects.stream()
                .map(subject -> event(fact(looker, asked, subject), metadata))
                .toList();
        AppendOutcome outcome = log.append(new Append(events, expectedVersions, null, List.of(), tries));
        if (outcome instanceof AppendOutcome.Appended) {
            Looker.recorded();
            response().setHeader(TRANSACTION, transaction.toString());
        }
        return outcome;
    }

    /// A fact of this request that is no look, as a wrong try.
    public AppendOutcome note(Fact fact, Map<String, Long> expectedVersions, List<Attempt> tries) {
        NewEvent event = event(fact, metadata(UUID.randomUUID(), Looker.ofRequest()));
        return log.append(new Append(List.of(event), expectedVersions, null, List.of(), tries));
    }

    private RecordDisclosed fact(Looker looker, Asked asked, Subject subject) {
        boolean later = looker.purpose() == DisclosurePurpose.LAW_ENFORCEMENT;
        return new RecordDisclosed(
                UUID.randomUUID(),
                looker.kind(),
                subject.vehicle(),
                subject.mark(),
                looker.purpose(),
                looker.stated().reference(),
                asked.text(),
                later ? calendar.today().plusMonths(monthsUntilTold) : null,
                calendar.today());
    }

    private String metadata(UUID transaction, Looker looker) {
        return EventJson.write(new Metadata(transaction, looker.role().claim(), callers.pseudonym()));
    }

    private static NewEvent event(Fact fact, String metadata) {
        return new NewEvent(
                UUID.randomUUID(),
                fact.stream(),
                0,
                EventCatalogue.nameOf(fact.getClass()),
                EventCatalogue.revisionOf(fact.getClass()),
                EventJson.write(fact),
                metadata);
    }

    private static HttpServletResponse response() {
        return Objects.requireNonNull(
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getResponse());
    }
}
