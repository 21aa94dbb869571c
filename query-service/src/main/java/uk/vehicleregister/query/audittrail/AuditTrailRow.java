package uk.vehicleregister.query.audittrail;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.AuthorityGranted;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.PersonErased;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.query.audit.Named;
import uk.vehicleregister.query.projection.Copy;
import uk.vehicleregister.query.projection.Noted;

/// What one event can be found by. Vehicle and mark only where the event is not in the stream of theirs.
@Entity
@Table(name = "audit_trail")
class AuditTrailRow {

    static final Copy<AuditTrailRow> TABLE = new Copy<>(
            "audit_trail",
            "position, transaction_id, actor, reviewer, intermediary, vehicle_id, mark, code, erased_key",
            row -> new @Nullable Object[] {
                row.position,
                row.transactionId,
                row.actor,
                row.reviewer,
                row.intermediary,
                row.vehicleId,
                row.mark,
                row.code,
                row.erasedKey
            });

    @Id
    long position;

    UUID transactionId;
    String actor;

    @Nullable
    String reviewer;

    @Nullable
    String intermediary;

    @Nullable
    String vehicleId;

    @Nullable
    String mark;

    @Nullable
    String code;

    @Nullable
    UUID erasedKey;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected AuditTrailRow() {}

    AuditTrailRow(Noted noted) {
        Fact fact = noted.fact();
        this.position = noted.position();
        this.transactionId = noted.transactionId();
        this.actor = noted.applicant().id();
        this.reviewer = noted.by().reviewedBy();
        this.intermediary = fact instanceof AuthorityGranted granted
                ? granted.intermediary()
                : noted.by().onBehalf() ? actor : null;
        if (!(fact instanceof VehicleFact) && !(fact instanceof MarkFact)) {
            this.vehicleId = Named.vehicles(fact).stream()
                    .map(id -> id.text())
                    .findFirst()
                    .orElse(null);
            this.mark = Named.marks(fact).stream()
                    .map(named -> named.text())
                    .findFirst()
                    .orElse(null);
        }
        this.code = Named.code(fact).map(Enum::name).orElse(null);
        this.erasedKey = fact instanceof PersonErased erased ? erased.keyId() : null;
    }
}
