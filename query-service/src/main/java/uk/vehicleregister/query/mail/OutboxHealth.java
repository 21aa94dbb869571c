package uk.vehicleregister.query.mail;

import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import uk.vehicleregister.query.mail.post.Postbox;

/// Tells of the outbox and is never down: a mail provider that is away must not take the enquiries with it, so this is
/// no part of readiness either. Alarms belong on the gauges.
@Component("mail")
class OutboxHealth implements HealthIndicator {

    private final Outbox outbox;
    private final Postbox postbox;

    OutboxHealth(Outbox outbox, Postbox postbox) {
        this.outbox = outbox;
        this.postbox = postbox;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up().withDetail("postbox", postbox.name());
        try {
            for (Map.Entry<MailState, Long> count : outbox.counts().entrySet())
                health.withDetail(count.getKey().name(), count.getValue());
        } catch (RuntimeException e) {
            health.withDetail("database", "away");
        }
        return health.build();
    }
}
