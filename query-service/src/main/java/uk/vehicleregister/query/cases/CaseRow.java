package uk.vehicleregister.query.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.CaseOpened;
import uk.vehicleregister.query.projection.Copy;

/// A case, from its opening to the registrar's word.
@Entity
@Table(name = "review_case")
class CaseRow {

    enum State {
        OPEN,
        ACCEPTED,
        REFUSED
    }

    static final Copy<CaseRow> TABLE = new Copy<>(
            "review_case",
            "case_id, position, transaction_id, command, cause, vehicle_id, registration_mark, applicant,"
                    + " applicant_role, opened_on, state, decided_on, decided_by, reason",
            row -> new @Nullable Object[] {
                row.caseId,
                row.position,
                row.transactionId,
                row.command,
                row.cause,
                row.vehicleId,
                row.registrationMark,
                row.applicant,
                row.applicantRole,
                row.openedOn,
                row.state,
                row.decidedOn,
                row.decidedBy,
                row.reason
            });

    @Id
    UUID caseId;

    long position;
    UUID transactionId;
    String command;
    String cause;
    String vehicleId;
    String registrationMark;
    String applicant;
    String applicantRole;
    LocalDate openedOn;

    @Enumerated(EnumType.STRING)
    State state;

    @Nullable
    LocalDate decidedOn;

    @Nullable
    String decidedBy;

    @Nullable
    String reason;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected CaseRow() {}

    CaseRow(CaseOpened fact, long position) {
        this.caseId = fact.caseId();
        this.position = position;
        this.transactionId = fact.transactionId();
        this.command = fact.command();
        this.cause = fact.cause().name();
        this.vehicleId = fact.vehicleId().text();
        this.registrationMark = fact.mark().text();
        this.applicant = fact.applicant();
        this.applicantRole = fact.role();
        this.openedOn = fact.openedOn();
        this.state = State.OPEN;
    }

    void decided(State as, String registrar, String why, LocalDate on) {
        state = as;
        decidedBy = registrar;
        reason = why;
        decidedOn = on;
    }
}
