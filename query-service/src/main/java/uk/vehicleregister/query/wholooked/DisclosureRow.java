package uk.vehicleregister.query.wholooked;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.RecordDisclosed;
import uk.vehicleregister.query.projection.Copy;
import uk.vehicleregister.query.projection.Noted;

/// One look. It names a vehicle, a mark and a pseudonym, and no person.
@Entity
@Table(name = "disclosure")
class DisclosureRow {

    static final Copy<DisclosureRow> TABLE = new Copy<>(
            "disclosure",
            "position, recorded_at, transaction_id, kind, vehicle_id, registration_mark, actor, role, purpose,"
                    + " reference, asked, not_told_before",
            row -> new @Nullable Object[] {
                row.position,
                row.recordedAt,
                row.transactionId,
                row.kind,
                row.vehicleId,
                row.registrationMark,
                row.actor,
                row.role,
                row.purpose,
                row.reference,
                row.asked,
                row.notToldBefore
            });

    @Id
    long position;

    Instant recordedAt;
    UUID transactionId;
    String kind;

    @Nullable
    String vehicleId;

    @Nullable
    String registrationMark;

    String actor;
    String role;
    String purpose;

    @Nullable
    String reference;

    @Nullable
    String asked;

    @Nullable
    LocalDate notToldBefore;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected DisclosureRow() {}

    DisclosureRow(Noted noted, RecordDisclosed look) {
        this.position = noted.position();
        this.recordedAt = noted.recordedAt();
        this.transactionId = noted.transactionId();
        this.kind = look.kind().name();
        this.vehicleId = look.vehicleId() == null ? null : look.vehicleId().text();
        this.registrationMark = look.mark() == null ? null : look.mark().text();
        this.actor = noted.by().id();
        this.role = noted.by().role();
        this.purpose = look.purpose().name();
        this.reference = look.reference();
        this.asked = look.asked();
        this.notToldBefore = look.notToldBefore();
    }
}
