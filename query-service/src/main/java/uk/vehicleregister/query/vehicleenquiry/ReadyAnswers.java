package uk.vehicleregister.query.vehicleenquiry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;
import uk.vehicleregister.query.calendar.BusinessCalendar;
import uk.vehicleregister.query.projection.Tenure;
import uk.vehicleregister.query.projection.Tenures;

/// Answers ready in memory, by mark, never older than the table (docs/adr/0026). They count only while this process
/// alone projects. A mark is in doubt from before its row's change is committed until after: nothing is answered or
/// kept of it meanwhile. What was read before and would be kept after is told by the count of changes.
@Component
final class ReadyAnswers {

    /// Marks share counts of changes. Where two have one in common, an answer is now and then not kept.
    private static final int COUNTS = 1 << 12;

    /// Begun before the row is read.
    record Visit(String mark, long term, long changes) {}

    private final Tenure tenure;
    private final BusinessCalendar calendar;
    private final JsonMapper json;
    private final long room;
    private final ReentrantLock lock = new ReentrantLock();
    private final long[] changes = new long[COUNTS];
    private final Map<String, Integer> inDoubt = new HashMap<>();
    private volatile AnswersOfTerm answers;

    @Autowired
    ReadyAnswers(
            Tenures tenures,
            BusinessCalendar calendar,
            JsonMapper json,
            @Value("${register.enquiry.ready-megabytes}") int megabytes) {
        this(tenures.of(VehicleEnquiryProjection.NAME), calendar, json, megabytes * 1024L * 1024L);
    }

    ReadyAnswers(Tenure tenure, BusinessCalendar calendar, JsonMapper json, long room) {
        this.tenure = tenure;
        this.calendar = calendar;
        this.json = json;
        this.room = room;
        this.answers = new AnswersOfTerm(Tenure.NONE, room, new Pieces());
    }

    byte @Nullable [] of(String mark) {
        AnswersOfTerm kept = answers;
        byte[] answer = kept.of(mark, calendar.today());
        if (answer == null) return null;
        long term = tenure.term();
        return term != Tenure.NONE && term == kept.term() ? answer : null;
    }

    boolean isFull() {
        lock.lock();
        try {
            return room == 0 || answers.term() == tenure.term() && answers.isFull();
        } finally {
            lock.unlock();
        }
    }

    long term() {
        return tenure.term();
    }

    Visit visit(String mark) {
        lock.lock();
        try {
            return new Visit(mark, tenure.term(), changes[count(mark)]);
        } finally {
            lock.unlock();
        }
    }

    /// Kept only if the row cannot have changed since the visit began.
    void keep(Visit visit, VehicleRow row) {
        if (visit.term == Tenure.NONE || room == 0) return;
        LocalDate today = calendar.today();
        byte[] answer = json.writeValueAsBytes(VehicleAnswer.of(row, today));
        LocalDate until = VehicleAnswer.holdsUntil(row, today);
        lock.lock();
        try {
            if (visit.term != tenure.term()
                    || changes[count(visit.mark)] != visit.changes
                    || inDoubt.containsKey(visit.mark)) return;
            if (answers.term() != visit.term) answers = new AnswersOfTerm(visit.term, room, new Pieces());
            answers.keep(visit.mark, answer, today, until);
        } finally {
            lock.unlock();
        }
    }

    /// Call in the transaction that gives the vehicles these rows.
    ///
    /// @param before the marks that rows changed by it had until then
    void changing(Set<String> before, Collection<VehicleRow> rows) {
        Set<String> marks = new HashSet<>(before);
        rows.forEach(row -> marks.add(row.registrationMark));
        long term = tenure.term();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                // one of which it is not known whether it came to pass may still come to pass
                if (status != STATUS_COMMITTED) tenure.end();
                settled(marks);
                if (status == STATUS_COMMITTED && term != Tenure.NONE && !isFull())
                    rows.forEach(row -> keep(new Visit(row.registrationMark, term, counted(row)), row));
            }
        });
        doubt(marks);
    }

    private void doubt(Set<String> marks) {
        lock.lock();
        try {
            for (String mark : marks) {
                changes[count(mark)]++;
                inDoubt.merge(mark, 1, Integer::sum);
                answers.forget(mark);
            }
        } finally {
            lock.unlock();
        }
    }

    private void settled(Set<String> marks) {
        lock.lock();
        try {
            for (String mark : marks) {
                changes[count(mark)]++;
                inDoubt.computeIfPresent(mark, (_, times) -> times == 1 ? null : times - 1);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Nobody but the one thread that projects changes rows, and it is here.
    private long counted(VehicleRow row) {
        lock.lock();
        try {
            return changes[count(row.registrationMark)];
        } finally {
            lock.unlock();
        }
    }

    private static int count(String mark) {
        int hash = mark.hashCode();
        return (hash ^ hash >>> 16) & COUNTS - 1;
    }
}
