package uk.vehicleregister.query.vehicleenquiry;

import jakarta.annotation.PreDestroy;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.vehicleregister.query.projection.Tenure;
import uk.vehicleregister.query.vehicleenquiry.ReadyAnswers.Visit;

/// Makes answers ready when a term begins, until there is no more room, so that not each must first be asked for the
/// long way. Where terms end again and again it is left to the questions.
@Component
final class ReadyFilling {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyFilling.class);
    private static final int PAGE = 500;
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(30);

    private final ReadyAnswers ready;
    private final SessionFactory sessions;
    private long filled = Tenure.NONE;
    private long begun = System.nanoTime() - PAUSE;
    private volatile boolean ended;

    ReadyFilling(ReadyAnswers ready, EntityManagerFactory entityManagers) {
        this.ready = ready;
        this.sessions = entityManagers.unwrap(SessionFactory.class);
    }

    @Scheduled(fixedDelay = 500)
    void look() {
        long term = ready.term();
        if (term == Tenure.NONE || term == filled || System.nanoTime() - begun < PAUSE) return;
        filled = term;
        begun = System.nanoTime();
        Thread.ofVirtual().name("ready answers").start(() -> fill(term));
    }

    void fill(long term) {
        try {
            String after = "";
            while (!ended && ready.term() == term && !ready.isFull()) {
                List<String> marks = marks(after);
                if (marks.isEmpty()) return;
                keep(marks);
                after = marks.getLast();
            }
        } catch (RuntimeException e) {
            LOG.warn("Ready answers are left to the questions: {}", e.getClass().getName());
        }
    }

    private List<String> marks(String after) {
        try (StatelessSession session = sessions.openStatelessSession()) {
            return session.createSelectionQuery(
                            "select registrationMark from VehicleRow where registrationMark > :after"
                                    + " order by registrationMark",
                            String.class)
                    .setParameter("after", after)
                    .setMaxResults(PAGE)
                    .getResultList();
        }
    }

    private void keep(List<String> marks) {
        Map<String, Visit> visits = marks.stream().collect(Collectors.toMap(mark -> mark, ready::visit));
        try (StatelessSession session = sessions.openStatelessSession()) {
            session.createSelectionQuery("from VehicleRow where registrationMark in :marks", VehicleRow.class)
                    .setParameterList("marks", marks)
                    .getResultList()
                    .forEach(row -> ready.keep(Objects.requireNonNull(visits.get(row.registrationMark)), row));
        }
    }

    @PreDestroy
    void end() {
        ended = true;
    }
}
