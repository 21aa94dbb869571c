package uk.vehicleregister.command;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import uk.vehicleregister.eventstore.log.EventLogReader;

/// Whether the log answers. It decides readiness, not liveness: a service without its log waits, it is not restarted.
@Component("log")
final class LogHealth implements HealthIndicator {

    private final EventLogReader log;

    LogHealth(EventLogReader log) {
        this.log = log;
    }

    @Override
    public Health health() {
        try {
            return Health.up().withDetail("position", log.lastPosition()).build();
        } catch (RuntimeException away) {
            return Health.down()
                    .withDetail("reason", "the log cannot be reached")
                    .build();
        }
    }
}
