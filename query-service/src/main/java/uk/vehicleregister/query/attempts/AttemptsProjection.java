package uk.vehicleregister.query.attempts;

import java.util.List;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.event.AttemptAbandoned;
import uk.vehicleregister.kernel.event.AttemptFact;
import uk.vehicleregister.kernel.event.AttemptLocked;
import uk.vehicleregister.kernel.event.AttemptRefused;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.query.attempts.AttemptRow.Kind;
import uk.vehicleregister.query.projection.Noted;
import uk.vehicleregister.query.projection.Projection;

/// One row an attempt.
@Component
class AttemptsProjection implements Projection {

    static final String NAME = "attempts";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("attempt");
    }

    @Override
    public Set<Class<? extends Fact>> families() {
        return Set.of(AttemptFact.class);
    }

    @Override
    public void project(List<Noted> events, StatelessSession rows) {
        AttemptRow.TABLE.insert(events.stream().map(AttemptsProjection::row).toList(), rows);
    }

    private static AttemptRow row(Noted noted) {
        return switch ((AttemptFact) noted.fact()) {
            case AttemptRefused f -> new AttemptRow(noted, Kind.REFUSED, f.mark(), f.command(), f.code());
            case AttemptLocked f -> new AttemptRow(noted, Kind.LOCKED, f.mark(), f.command(), f.code());
            case AttemptAbandoned f -> new AttemptRow(noted, Kind.ABANDONED, f.mark(), f.command(), null);
        };
    }
}
