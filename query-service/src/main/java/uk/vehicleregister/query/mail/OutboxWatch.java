package uk.vehicleregister.query.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Keeps the gauges of the outbox. In an outage they show what was last known.
@Component
class OutboxWatch {

    private final Outbox outbox;
    private volatile Map<MailState, Long> counts = Map.of();

    OutboxWatch(Outbox outbox, MeterRegistry meters) {
        this.outbox = outbox;
        for (MailState state : MailState.values())
            if (state.isOpen())
                Gauge.builder("register.mail.outbox", this, watch -> watch.counts.getOrDefault(state, 0L))
                        .description("mails that are not done, by state")
                        .tag("state", state.name().toLowerCase(Locale.ROOT))
                        .register(meters);
    }

    @Scheduled(fixedDelay = 5000)
    void look() {
        try {
            counts = outbox.counts();
        } catch (RuntimeException e) {
            // an outage, of which the health tells
        }
    }
}
