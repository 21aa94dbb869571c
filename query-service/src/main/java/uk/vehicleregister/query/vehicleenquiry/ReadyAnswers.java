package uk.vehicleregister.query.vehicleenquiry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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

    /// What an answer takes beside its text: the entry, the key, the array's head.
    static final int BESIDE = 220;

    /// Marks share counts of changes. Where two have one in common, an answer is now and then not kept.
    private static final int COUNTS = 1 << 12;

    /// An answer, and the days on which it is one.
    private record Answer(byte[] json, LocalDate from, LocalDate until, long term) {}

    /// Begun before the row is read.
    record Visit(String mark, long term, long changes) {}

    private final Tenure tenure;
    private final BusinessCalendar calendar;
    private final JsonMapper json;
    private final long room;
    private final Cache<String, Answer> answers;
    private final ReentrantLock lock = new ReentrantLock();
    private final long[] changes = new long[COUNTS];
    private final Map<String, Integer> inDoubt = new HashMap<>();

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
        this.answers = Caffeine.newBuilder()
                .maximumWeight(room)
                .weigher((String mark, Answer answer) -> BESIDE + answer.json.length)
                .executor(Runnable::run)
                .build();
    }

    byte @Nullable [] of(String mark) {
        Answer answer = answers.getIfPresent(mark);
        if (answer == null) return null;
        LocalDate today = calendar.today();
        if (today.isBefore(answer.from) || today.isAfter(answer.until)) return null;
        long term = tenure.term();
        return term != Tenure.NONE && term == answer.term ? answer.json : null;
    }

    boolean isFull() {
        return room - answers.policy().eviction().orElseThrow().weightedSize().orElse(room) <= room / 50;
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
        Answer answer = answer(row, visit.term);
        lock.lock();
        try {
            if (changes[count(visit.mark)] != visit.changes || inDoubt.containsKey(visit.mark)) return;
            answers.put(visit.mark, answer);
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
                answers.invalidate(mark);
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

    private Answer answer(VehicleRow row, long term) {
        LocalDate today = calendar.today();
        byte[] text = json.writeValueAsBytes(VehicleAnswer.of(row, today));
        return new Answer(text, today, VehicleAnswer.holdsUntil(row, today), term);
    }

    private static int count(String mark) {
        int hash = mark.hashCode();
        return (hash ^ hash >>> 16) & COUNTS - 1;
    }
}
