package uk.vehicleregister.query.audittrail;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.event.AttemptFact;
import uk.vehicleregister.kernel.event.AuthorityFact;
import uk.vehicleregister.kernel.event.BatchFact;
import uk.vehicleregister.kernel.event.CaseFact;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.DisclosureFact;
import uk.vehicleregister.kernel.event.EntitlementFact;
import uk.vehicleregister.kernel.event.ErasureFact;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkReplaced;
import uk.vehicleregister.kernel.event.MarkRestored;
import uk.vehicleregister.kernel.event.MarkTransferred;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.kernel.event.V5CReplaced;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.query.projection.Noted;
import uk.vehicleregister.query.projection.Projection;

/// One row an event, but for those that never come alone.
@Component
class AuditTrailProjection implements Projection {

    static final String NAME = "audit-trail";

    /// All but a V5C and a mark issued, which come with what they are issued for, in one append.
    private static final Set<Class<? extends Fact>> LEADING = Set.of(
            VehicleRegistered.class,
            DetailsCorrected.class,
            KeepershipFact.class,
            VehicleMarkFact.class,
            MarkerFact.class,
            LicensingFact.class,
            V5CReplaced.class,
            MarkReplaced.class,
            MarkRestored.class,
            MarkTransferred.class,
            EntitlementFact.class,
            PaymentFact.class,
            AuthorityFact.class,
            CaseFact.class,
            AttemptFact.class,
            BatchFact.class,
            ErasureFact.class,
            DisclosureFact.class);

    private static final Set<Class<? extends Fact>> LEADING_ASIDE = withoutRegistrations();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("audit_trail");
    }

    @Override
    public Set<Class<? extends Fact>> families() {
        return LEADING;
    }

    /// Rows of an import would be most of the table, and nobody applied for them.
    @Override
    public Set<Class<? extends Fact>> familiesAside() {
        return LEADING_ASIDE;
    }

    @Override
    public void project(List<Noted> events, StatelessSession rows) {
        AuditTrailRow.TABLE.insert(
                events.stream()
                        .filter(noted -> !(noted.by().aside() && noted.fact() instanceof VehicleRegistered))
                        .map(AuditTrailRow::new)
                        .toList(),
                rows);
    }

    private static Set<Class<? extends Fact>> withoutRegistrations() {
        Set<Class<? extends Fact>> aside = new HashSet<>(LEADING);
        aside.remove(VehicleRegistered.class);
        return Set.copyOf(aside);
    }
}
