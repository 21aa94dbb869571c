package uk.vehicleregister.query.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.vehicleregister.eventstore.log.EventLogReader;

/// Looks once a second: keeps the gauges, and sends stopped processors to look again as soon as an outage is over.
@Component
class ProjectionWatch {

    private final Projections projections;
    private final Positions positions;
    private final EventLogReader log;
    private final AtomicLong logPosition = new AtomicLong(-1);
    private volatile boolean away;

    ProjectionWatch(Projections projections, Positions positions, EventLogReader log, MeterRegistry meters) {
        this.projections = projections;
        this.positions = positions;
        this.log = log;
        Gauge.builder("register.log.position", logPosition, AtomicLong::get)
                .description("position of the last event of the log")
                .register(meters);
        for (Projection projection : projections.all()) {
            String name = projection.name();
            AtomicLong reached = new AtomicLong(-1);
            Gauge.builder("register.projection.position", positions, p -> position(p, name, reached))
                    .description("position of the last event the projection has taken in")
                    .tag("projection", name)
                    .register(meters);
            Gauge.builder(
                            "register.projection.stopped",
                            projections,
                            p -> p.fault(name).isPresent() ? 1 : 0)
                    .description("1 when the projection stands still at an event it cannot take in")
                    .tag("projection", name)
                    .register(meters);
        }
    }

    @Scheduled(fixedDelay = 1000)
    void look() {
        try {
            logPosition.set(log.lastPosition());
            positions.all();
            if (away) projections.lookAgain();
            away = false;
        } catch (RuntimeException e) {
            away = true;
        }
    }

    /// In an outage the last position known.
    private static long position(Positions positions, String name, AtomicLong reached) {
        try {
            reached.set(positions.of(name));
        } catch (RuntimeException e) {
            return reached.get();
        }
        return reached.get();
    }
}
