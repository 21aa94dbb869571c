package uk.vehicleregister.query.wholooked;

import java.util.List;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.event.DisclosureFact;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.RecordDisclosed;
import uk.vehicleregister.query.projection.Noted;
import uk.vehicleregister.query.projection.Projection;

/// One row a look. From when the keeper may see it stands in the row; whether that day has come is asked with
/// each answer.
@Component
class DisclosuresProjection implements Projection {

    static final String NAME = "disclosures";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("disclosure");
    }

    @Override
    public Set<Class<? extends Fact>> families() {
        return Set.of(DisclosureFact.class);
    }

    @Override
    public void project(List<Noted> events, StatelessSession rows) {
        DisclosureRow.TABLE.insert(
                events.stream().map(DisclosuresProjection::row).toList(), rows);
    }

    private static DisclosureRow row(Noted noted) {
        return switch ((DisclosureFact) noted.fact()) {
            case RecordDisclosed f -> new DisclosureRow(noted, f);
        };
    }
}
