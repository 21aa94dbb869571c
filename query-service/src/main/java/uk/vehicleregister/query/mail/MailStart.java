package uk.vehicleregister.query.mail;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Before which position nobody is written to. Asked for when the follower of the log first starts, and never again: a
/// register that has run for years before it had an outbox must not write to everybody about the past.
@Component
class MailStart {

    private final JdbcClient database;
    private final String fromPosition;

    MailStart(JdbcClient database, @Value("${register.mail.from-position:}") String fromPosition) {
        this.database = database;
        this.fromPosition = fromPosition;
    }

    /// The last position that is past: as set, else where the log ended when the outbox was made.
    long lastOfThePast() {
        if (!fromPosition.isEmpty()) return Long.parseLong(fromPosition) - 1;
        return database.sql("select position from mail_start").query(Long.class).single();
    }
}
