package uk.vehicleregister.query.batches;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.WorkedRow;
import uk.vehicleregister.query.projection.Copy;

/// What became of one row of a batch.
@Entity
@Table(name = "batch_row")
@IdClass(ResultRow.Key.class)
class ResultRow {

    static final Copy<ResultRow> TABLE = new Copy<>(
            "batch_row",
            "batch_id, number, command, registration_mark, state, code, faults, warnings, transaction_id, position",
            row -> new @Nullable Object[] {
                row.batchId,
                row.number,
                row.command,
                row.registrationMark,
                row.state,
                row.code,
                row.faults,
                row.warnings,
                row.transactionId,
                row.position
            });

    record Key(UUID batchId, int number) {}

    @Id
    UUID batchId;

    @Id
    int number;

    @Nullable
    String command;

    @Nullable
    String registrationMark;

    @Enumerated(EnumType.STRING)
    WorkedRow.State state;

    @Nullable
    String code;

    /// JSON arrays, as in the event.
    String faults;

    String warnings;

    @Nullable
    UUID transactionId;

    @Nullable
    Long position;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected ResultRow() {}

    ResultRow(UUID batchId, WorkedRow worked) {
        this.batchId = batchId;
        this.number = worked.row();
        this.command = worked.command();
        this.registrationMark = worked.mark() == null ? null : worked.mark().text();
        this.state = worked.state();
        this.code = worked.code() == null ? null : worked.code().name();
        this.faults = EventJson.write(worked.faults());
        this.warnings = EventJson.write(worked.warnings());
        this.transactionId = worked.transactionId();
        this.position = worked.position();
    }
}
