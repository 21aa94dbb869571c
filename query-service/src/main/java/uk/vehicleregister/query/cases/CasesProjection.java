package uk.vehicleregister.query.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.event.CaseAccepted;
import uk.vehicleregister.kernel.event.CaseFact;
import uk.vehicleregister.kernel.event.CaseOpened;
import uk.vehicleregister.kernel.event.CaseRefused;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.query.projection.Noted;
import uk.vehicleregister.query.projection.Projection;

/// One row a case.
@Component
class CasesProjection implements Projection {

    static final String NAME = "cases";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("review_case");
    }

    @Override
    public Set<Class<? extends Fact>> families() {
        return Set.of(CaseFact.class);
    }

    @Override
    public void project(List<Noted> events, StatelessSession rows) {
        Map<UUID, CaseRow> fresh = new LinkedHashMap<>();
        List<CaseRow> changed = new ArrayList<>();
        for (Noted noted : events) {
            switch ((CaseFact) noted.fact()) {
                case CaseOpened f -> fresh.put(f.caseId(), new CaseRow(f, noted.position()));
                case CaseAccepted f ->
                    known(f.caseId(), fresh, changed, rows)
                            .decided(CaseRow.State.ACCEPTED, noted.reviewer(), f.reason(), f.acceptedOn());
                case CaseRefused f ->
                    known(f.caseId(), fresh, changed, rows)
                            .decided(CaseRow.State.REFUSED, noted.reviewer(), f.reason(), f.refusedOn());
            }
        }
        if (!changed.isEmpty()) rows.updateMultiple(changed);
        CaseRow.TABLE.insert(fresh.values(), rows);
    }

    /// Registrars decide a few cases a minute: one read for each.
    private static CaseRow known(UUID id, Map<UUID, CaseRow> fresh, List<CaseRow> changed, StatelessSession rows) {
        CaseRow row = fresh.get(id);
        if (row != null) return row;
        row = rows.get(CaseRow.class, id);
        if (row == null) throw new IllegalStateException("a case was decided that was never opened");
        changed.add(row);
        return row;
    }
}
