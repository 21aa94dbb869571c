package uk.vehicleregister.query.documents;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.eventstore.vault.Opened;

/// A document as the registrar sees it (contract.md). Where the person was erased, its number is gone for good.
/// Under its position it can be had as PDF.
sealed interface PrintedDocument {

    record V5C(
            String type,
            @Nullable String documentReference,
            String registrationMark,
            String vehicleId,
            LocalDate issuedOn,
            UUID transactionId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean erased,

            long position)
            implements PrintedDocument {}

    record V778(
            String type,
            @Nullable String certificateNumber,
            String registrationMark,
            String vehicleId,
            LocalDate issuedOn,
            UUID transactionId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean erased,

            long position)
            implements PrintedDocument {}

    /// The mark was bought and was on no vehicle before.
    record V750(
            String type,
            @Nullable String certificateNumber,
            String registrationMark,
            LocalDate issuedOn,
            UUID transactionId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean erased,

            long position)
            implements PrintedDocument {}

    /// A number plate authorisation has no number of its own.
    record V948(
            String type,
            String registrationMark,
            String vehicleId,
            LocalDate issuedOn,
            UUID transactionId,
            long position)
            implements PrintedDocument {}

    static PrintedDocument of(DocumentRow row, @Nullable Opened number) {
        String text = number instanceof Opened.Plain plain ? plain.text() : null;
        Boolean erased = number instanceof Opened.Erased ? true : null;
        String type = row.type.name();
        String mark = row.registrationMark;
        return switch (row.type) {
            case V5C ->
                new V5C(type, text, mark, vehicleOf(row), row.issuedOn, row.transactionId, erased, row.position);
            case V778 ->
                new V778(type, text, mark, vehicleOf(row), row.issuedOn, row.transactionId, erased, row.position);
            case V750 -> new V750(type, text, mark, row.issuedOn, row.transactionId, erased, row.position);
            case V948 -> new V948(type, mark, vehicleOf(row), row.issuedOn, row.transactionId, row.position);
        };
    }

    private static String vehicleOf(DocumentRow row) {
        return requireNonNull(row.vehicleId);
    }
}
