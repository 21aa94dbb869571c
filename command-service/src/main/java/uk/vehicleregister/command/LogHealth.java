package uk.vehicleregister.command;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import uk.vehicleregister.eventstore.log.Append;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.EventLogWriter;

/// Whether the log takes appends, and if not, why. It decides readiness, not liveness: a service without its log
/// waits, it is not restarted.
@Component("log")
final class LogHealth implements HealthIndicator {

    /// Takes the log's lock and commits, so a database that may only be read shows.
    private static final Append NOTHING = Append.of(List.of());

    private final EventLogWriter writer;
    private final EventLogReader log;

    LogHealth(EventLogWriter writer, EventLogReader log) {
        this.writer = writer;
        this.log = log;
    }

    @Override
    public Health health() {
        try {
            writer.append(NOTHING);
            Optional<String> trouble = writer.trouble();
            return trouble.isPresent()
                    ? down(trouble.get())
                    : Health.up().withDetail("position", log.lastPosition()).build();
        } catch (RuntimeException away) {
            return down(writer.trouble().orElse("the log cannot be reached"));
        }
    }

    private static Health down(String reason) {
        return Health.down().withDetail("reason", reason).build();
    }
}
