package uk.vehicleregister.query.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mail as the outbox shows it: to which role and what became of it, never to which address.
@Schema(name = "OutboxMail")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MailOnRecord(
        long id,
        UUID transactionId,
        Recipient recipient,
        String template,
        long position,
        MailState state,
        int attempts,
        Instant recordedAt,
        @Nullable Instant nextTryAt,
        @Nullable String fault,
        @Nullable String providerReference,
        @Nullable Instant sentAt) {

    static MailOnRecord of(ResultSet row) throws SQLException {
        MailState state = MailState.valueOf(row.getString("state"));
        return new MailOnRecord(
                row.getLong("id"),
                row.getObject("transaction_id", UUID.class),
                Recipient.valueOf(row.getString("recipient")),
                row.getString("template"),
                row.getLong("position"),
                state,
                row.getInt("attempts"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                state == MailState.WAITING ? time(row, "next_try_at") : null,
                row.getString("fault"),
                row.getString("provider_reference"),
                time(row, "sent_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
