package uk.vehicleregister.query.attempts;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.query.projection.Copy;
import uk.vehicleregister.query.projection.Noted;

/// One attempt. It names a mark and a pseudonym, and no person.
@Entity
@Table(name = "attempt")
class AttemptRow {

    enum Kind {
        REFUSED,
        LOCKED,
        ABANDONED
    }

    static final Copy<AttemptRow> TABLE = new Copy<>(
            "attempt",
            "position, recorded_at, kind, registration_mark, actor, role, command, code",
            row -> new @Nullable Object[] {
                row.position, row.recordedAt, row.kind, row.registrationMark, row.actor, row.role, row.command, row.code
            });

    @Id
    long position;

    Instant recordedAt;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Nullable
    String registrationMark;

    String actor;
    String role;
    String command;

    @Nullable
    String code;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected AttemptRow() {}

    AttemptRow(Noted noted, Kind kind, @Nullable RegistrationMark mark, String command, @Nullable RefusalCode code) {
        this.position = noted.position();
        this.recordedAt = noted.recordedAt();
        this.kind = kind;
        this.registrationMark = mark == null ? null : mark.text();
        this.actor = noted.applicant().id();
        this.role = noted.applicant().role();
        this.command = command;
        this.code = code == null ? null : code.name();
    }
}
