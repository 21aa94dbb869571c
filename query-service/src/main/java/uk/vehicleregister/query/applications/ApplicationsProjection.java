package uk.vehicleregister.query.applications;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.event.AuthorityFact;
import uk.vehicleregister.kernel.event.BatchSubmitted;
import uk.vehicleregister.kernel.event.CaseAccepted;
import uk.vehicleregister.kernel.event.CaseFact;
import uk.vehicleregister.kernel.event.CaseOpened;
import uk.vehicleregister.kernel.event.CaseRefused;
import uk.vehicleregister.kernel.event.DisclosureFact;
import uk.vehicleregister.kernel.event.ErasureFact;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.PaymentCancelled;
import uk.vehicleregister.kernel.event.PaymentClaimed;
import uk.vehicleregister.kernel.event.PaymentDeclined;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.query.applications.ApplicationRow.State;
import uk.vehicleregister.query.projection.Noted;
import uk.vehicleregister.query.projection.Projection;

/// One row a transaction that somebody applied for.
@Component
class ApplicationsProjection implements Projection {

    static final String NAME = "applications";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("application");
    }

    @Override
    public Set<Class<? extends Fact>> families() {
        return Set.of(
                VehicleFact.class,
                MarkFact.class,
                PaymentFact.class,
                AuthorityFact.class,
                CaseFact.class,
                ErasureFact.class,
                DisclosureFact.class,
                BatchSubmitted.class);
    }

    /// Rows of a bulk load are no applications; but the register itself gives up a fee that nobody came back for.
    @Override
    public Set<Class<? extends Fact>> familiesAside() {
        return Set.of(PaymentFact.class);
    }

    @Override
    public void project(List<Noted> events, StatelessSession rows) {
        List<Noted> applied = events.stream()
                .filter(noted -> !noted.by().aside() || noted.fact() instanceof PaymentFact)
                .toList();
        if (applied.isEmpty()) return;
        Map<UUID, ApplicationRow> known = known(applied, rows);
        Set<UUID> before = new HashSet<>(known.keySet());
        applied.forEach(noted -> fold(noted, known));
        rows.updateMultiple(known.values().stream()
                .filter(row -> before.contains(row.transactionId))
                .toList());
        ApplicationRow.TABLE.insert(
                known.values().stream()
                        .filter(row -> !before.contains(row.transactionId))
                        .toList(),
                rows);
    }

    private static Map<UUID, ApplicationRow> known(List<Noted> applied, StatelessSession rows) {
        Set<UUID> transactions = new HashSet<>();
        Set<UUID> cases = new HashSet<>();
        for (Noted noted : applied) {
            transactions.add(noted.transactionId());
            if (noted.fact() instanceof CaseRefused refused) cases.add(refused.caseId());
        }
        Map<UUID, ApplicationRow> known = new HashMap<>();
        rows.createNativeQuery(
                        "select * from application where transaction_id = any (:transactions) or case_id = any (:cases)",
                        ApplicationRow.class)
                .setParameter("transactions", transactions.toArray(UUID[]::new))
                .setParameter("cases", cases.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> known.put(row.transactionId, row));
        return known;
    }

    private static String code(PaymentCancelled cancelled) {
        return cancelled.reason().equals(PaymentCancelled.ABANDONED) ? "PAYMENT_ABANDONED" : cancelled.reason();
    }

    private static void fold(Noted noted, Map<UUID, ApplicationRow> known) {
        ApplicationRow row = known.computeIfAbsent(
                noted.transactionId(), id -> new ApplicationRow(id, noted.by().id(), State.DONE, noted.position()));
        switch (noted.fact()) {
            case CaseOpened f -> {
                row.caseId = f.caseId();
                row.stands(State.UNDER_REVIEW, null, noted.position());
            }
            case CaseRefused f -> {
                row.stands(State.DONE, null, noted.position());
                known.values().stream()
                        .filter(application -> f.caseId().equals(application.caseId))
                        .forEach(application -> application.stands(State.REFUSED, "CASE_REFUSED", noted.position()));
            }
            case PaymentClaimed _ -> row.stands(State.UNKNOWN, null, noted.position());
            case PaymentDeclined _ -> row.feeFailed("PAYMENT_DECLINED", noted.position());
            case PaymentCancelled f -> row.feeFailed(code(f), noted.position());
            case PaymentFact _ -> {
                // the change it is for says that it is done
            }
            // a batch is taken in; what becomes of its rows is in its own report
            case VehicleFact _,
                    MarkFact _,
                    AuthorityFact _,
                    CaseAccepted _,
                    BatchSubmitted _,
                    ErasureFact _,
                    DisclosureFact _ -> row.stands(State.DONE, null, noted.position());
            case Fact other ->
                throw new IllegalStateException("of a family that was not asked for: " + other.getClass());
        }
    }
}
