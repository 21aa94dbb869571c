package uk.vehicleregister.query.applications;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.query.projection.Copy;

/// One application, by its transaction.
@Entity
@Table(name = "application")
class ApplicationRow {

    enum State {
        DONE,
        UNDER_REVIEW,
        REFUSED,
        /// The provider has not said yet what became of the fee.
        UNKNOWN
    }

    static final Copy<ApplicationRow> TABLE = new Copy<>(
            "application", "transaction_id, applicant, state, code, case_id, position", row -> new @Nullable Object[] {
                row.transactionId, row.applicant, row.state, row.code, row.caseId, row.position
            });

    @Id
    UUID transactionId;

    String applicant;

    @Enumerated(EnumType.STRING)
    State state;

    @Nullable
    String code;

    @Nullable
    UUID caseId;

    long position;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected ApplicationRow() {}

    ApplicationRow(UUID transactionId, String applicant, State state, long position) {
        this.transactionId = transactionId;
        this.applicant = applicant;
        this.state = state;
        this.position = position;
    }

    void stands(State as, @Nullable String why, long at) {
        state = as;
        code = why;
        position = at;
    }

    /// A fee that failed leaves the application where it was: with the registrar, or refused. While one registrar
    /// waited for the fee another may have decided; that word stands.
    void feeFailed(String why, long at) {
        if (caseId == null) stands(State.REFUSED, why, at);
        else if (state == State.UNKNOWN) stands(State.UNDER_REVIEW, null, at);
    }
}
