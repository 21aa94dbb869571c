package uk.vehicleregister.query.seal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// How the sealer stands. Never down and no part of readiness: appends and enquiries go on when nothing is
/// signed. Alarms belong on the gauges.
@Component("sealer")
class SealerState implements HealthIndicator {

    enum Standing {
        /// This instance does not seal.
        OFF,
        SEALING,
        /// Another process seals.
        WAITING,
        /// The database is away, or the disk beside the key or the key service is.
        AWAY,
        /// What is there does not go on from what was signed.
        REFUSED
    }

    private volatile Standing standing = Standing.OFF;
    private volatile @Nullable String why;
    private volatile long size;
    private volatile int cosigned;

    SealerState(MeterRegistry meters) {
        Gauge.builder("register.log.sealed.size", this, state -> state.size)
                .description("events under the last checkpoint this instance signed or saw")
                .register(meters);
        Gauge.builder("register.log.sealer.refused", this, state -> state.standing == Standing.REFUSED ? 1 : 0)
                .description("1 when nothing more is signed until a person has looked")
                .register(meters);
        Gauge.builder("register.log.cosigned", this, state -> state.cosigned)
                .description("witnesses that cosigned the last checkpoint")
                .register(meters);
    }

    void is(Standing now, long sealed, int cosignatures) {
        standing = now;
        size = sealed;
        cosigned = cosignatures;
        why = null;
    }

    void refused(String reason) {
        standing = Standing.REFUSED;
        why = reason;
    }

    void away() {
        standing = Standing.AWAY;
    }

    Standing standing() {
        return standing;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up()
                .withDetail("state", standing.name())
                .withDetail("size", size)
                .withDetail("cosigned", cosigned);
        String reason = why;
        if (reason != null) health.withDetail("refused", reason);
        return health.build();
    }
}
