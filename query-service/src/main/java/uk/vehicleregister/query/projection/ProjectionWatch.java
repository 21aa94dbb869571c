package uk.vehicleregister.query.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.vehicleregister.eventstore.log.EventLogReader;

/// Looks once a second: keeps the gauges, and sends stopped processors to look again as soon as an outage is over.
@Component
class ProjectionWatch {

    /// So many looks: a processor may find out only when the database is back that its connection was lost before.
    private static final int AFTER_AN_OUTAGE = 15;

    private final Projections projections;
    private final Positions positions;
    private final EventLogReader log;
    private final AtomicLong logPosition = new AtomicLong(-1);
    /// As last seen: whoever reads the gauges asks no database, which may be away just then.
    private volatile Map<String, Long> reached = Map.of();

    private int looksAgain;

    ProjectionWatch(Projections projections, Positions positions, EventLogReader log, MeterRegistry meters) {
        this.projections = projections;
        this.positions = positions;
        this.log = log;
        Gauge.builder("register.log.position", logPosition, AtomicLong::get)
                .description("position of the last event of the log")
                .register(meters);
        for (Projection projection : projections.all()) {
            String name = projection.name();
            Gauge.builder("register.projection.position", this, watch -> watch.reached.getOrDefault(name, -1L))
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
            reached = positions.all();
            if (looksAgain > 0) projections.lookAgain();
            looksAgain = Math.max(0, looksAgain - 1);
        } catch (RuntimeException e) {
            looksAgain = AFTER_AN_OUTAGE;
        }
    }
}
