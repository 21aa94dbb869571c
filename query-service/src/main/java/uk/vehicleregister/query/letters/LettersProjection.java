package uk.vehicleregister.query.letters;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.query.projection.Noted;
import uk.vehicleregister.query.projection.Projection;

/// One row for each sale by a keeper.
@Component
class LettersProjection implements Projection {

    static final String NAME = "letters";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("letter");
    }

    @Override
    public Set<Class<? extends Fact>> families() {
        return Set.of(KeeperChanged.class, DisposedToTrade.class);
    }

    @Override
    public void project(List<Noted> events, StatelessSession rows) {
        LetterRow.TABLE.insert(
                events.stream()
                        .map(LettersProjection::letter)
                        .filter(Objects::nonNull)
                        .toList(),
                rows);
    }

    private static @Nullable LetterRow letter(Noted noted) {
        return switch ((VehicleFact) noted.fact()) {
            case KeeperChanged f -> new LetterRow(noted, f.vehicleId().text());
            case DisposedToTrade f -> new LetterRow(noted, f.vehicleId().text());
            // A new keeper has the V5C for a letter, and a trader sells on without one (domain.md 1.2).
            case VehicleFact _ -> null;
        };
    }
}
