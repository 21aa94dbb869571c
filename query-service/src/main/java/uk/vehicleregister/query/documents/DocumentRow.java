package uk.vehicleregister.query.documents;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.query.projection.Copy;
import uk.vehicleregister.query.projection.Noted;

/// One document as printed; its number only as sealed in the event.
@Entity
@Table(name = "printed_document")
class DocumentRow {

    static final Copy<DocumentRow> TABLE = new Copy<>(
            "printed_document",
            "position, type, vehicle_id, registration_mark, sealed_reference, issued_on, transaction_id",
            row -> new @Nullable Object[] {
                row.position,
                row.type,
                row.vehicleId,
                row.registrationMark,
                row.sealedReference,
                row.issuedOn,
                row.transactionId
            });

    enum Type {
        V5C,
        V778,
        V750,
        V948
    }

    @Id
    long position;

    @Enumerated(EnumType.STRING)
    Type type;

    @Nullable
    String vehicleId;

    String registrationMark;

    @Nullable
    String sealedReference;

    LocalDate issuedOn;
    UUID transactionId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected DocumentRow() {}

    DocumentRow(
            Noted noted,
            Type type,
            @Nullable String vehicleId,
            String registrationMark,
            @Nullable String sealedReference) {
        this.position = noted.position();
        this.type = type;
        this.vehicleId = vehicleId;
        this.registrationMark = registrationMark;
        this.sealedReference = sealedReference;
        this.issuedOn = noted.fact().effectiveOn();
        this.transactionId = noted.transactionId();
    }
}
