package uk.vehicleregister.query.projection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Part of readiness: down when a projection stands still, with its name and the position it stands at. Liveness is not
/// touched, as starting again would not help.
@Component("projections")
class ProjectionHealth implements HealthIndicator {

    private final Projections projections;
    private final Positions positions;

    ProjectionHealth(Projections projections, Positions positions) {
        this.projections = projections;
        this.positions = positions;
    }

    @Override
    public Health health() {
        Map<String, Long> reached;
        try {
            reached = positions.all();
        } catch (RuntimeException e) {
            return Health.down().withDetail("database", "away").build();
        }
        Health.Builder health = Health.up();
        for (Projection projection : projections.all()) {
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("position", reached.getOrDefault(projection.name(), -1L));
            Optional<String> fault = projections.fault(projection.name());
            fault.ifPresent(name -> detail.put("stoppedBy", name));
            if (fault.isPresent()) health.down();
            health.withDetail(projection.name(), detail);
        }
        return health.build();
    }
}
