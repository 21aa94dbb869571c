package uk.vehicleregister.query.letters;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.query.projection.Copy;
import uk.vehicleregister.query.projection.Noted;

/// A sale that a letter follows. The mark and the former keeper are in the vehicle's events before it.
@Entity
@Table(name = "letter")
class LetterRow {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    static final Copy<LetterRow> TABLE = new Copy<>("letter", "position, vehicle_id, issued_on, transaction_id", row ->
            new @Nullable Object[] {row.position, row.vehicleId, row.issuedOn, row.transactionId});

    @Id
    long position;

    String vehicleId;

    /// The day in London on which the sale was recorded: a sale may have been told of long after it.
    LocalDate issuedOn;

    UUID transactionId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected LetterRow() {}

    LetterRow(Noted noted, String vehicleId) {
        this.position = noted.position();
        this.vehicleId = vehicleId;
        this.issuedOn = LocalDateTime.ofInstant(noted.recordedAt(), LONDON).toLocalDate();
        this.transactionId = noted.transactionId();
    }
}
