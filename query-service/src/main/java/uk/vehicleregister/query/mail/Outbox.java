package uk.vehicleregister.query.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of the outbox. Every change is one statement and commits by itself.
@Component
class Outbox {

    /// Longer than any provider is waited for: a mail still in hand after this has lost its sender.
    static final Duration IN_HAND_FOR = Duration.ofMinutes(5);

    private static final String CLAIM = """
            with due as (
              select id from mail_outbox where state in ('WAITING', 'SENDING') and next_try_at <= :now
               order by next_try_at limit :limit for update skip locked)
            update mail_outbox o
               set state = 'SENDING', attempts = attempts + 1, tries_left = tries_left - 1, next_try_at = :dead
              from due where o.id = due.id
            returning o.id, transaction_id, recipient, template, position, attempts, tries_left""";

    private static final String END = """
            update mail_outbox
               set state = :state, fault = :fault, provider_reference = :reference, sent_at = :sent,
                   next_try_at = :next
             where id = :id and state = 'SENDING' and attempts = :attempt""";

    private static final String AGAIN = """
            update mail_outbox set state = 'WAITING', tries_left = :tries, next_try_at = :now
             where transaction_id = :transaction and recipient = :recipient and state = 'FAILED'""";

    private static final String SENT = """
            select id, transaction_id, recipient, template, position, attempts, tries_left
              from mail_outbox where transaction_id = :transaction and state = 'SENT'""";

    private static final String PAGE = """
            select id, transaction_id, recipient, template, position, state, attempts, next_try_at, fault,
                   provider_reference, recorded_at, sent_at
              from mail_outbox
             where id > :after
               and (cast(:transaction as uuid) is null or transaction_id = cast(:transaction as uuid))
               and (cast(:state as text) is null or state = cast(:state as text))
             order by id limit :limit""";

    private final JdbcClient database;
    private final RandomGenerator chance = RandomGenerator.getDefault();

    Outbox(JdbcClient database) {
        this.database = database;
    }

    /// Takes up to so many mails that are due, for this caller alone. Those of a sender that died are among them.
    List<OwedMail> claim(Instant now, int limit) {
        return database.sql(CLAIM)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("dead", now.plus(IN_HAND_FOR).atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(Outbox::owed)
                .list();
    }

    /// Does nothing when the mail has meanwhile passed into other hands.
    void end(OwedMail mail, Ending ending, Instant now) {
        switch (ending) {
            case Ending.Sent sent -> end(mail, MailState.SENT, null, sent.providerReference(), now, now);
            case Ending.NotNeeded _ -> end(mail, MailState.NOT_NEEDED, null, null, null, now);
            case Ending.Erased _ -> end(mail, MailState.ERASED, null, null, null, now);
            case Ending.Refused refused -> end(mail, MailState.FAILED, refused.fault(), null, null, now);
            case Ending.NotNow notNow ->
                end(
                        mail,
                        mail.triesLeft() > 0 ? MailState.WAITING : MailState.FAILED,
                        notNow.fault(),
                        null,
                        null,
                        now.plus(BackOff.after(mail.triesLeft(), chance)));
        }
    }

    /// True when a failed mail waits again now, with all its tries.
    boolean again(UUID transactionId, Recipient recipient, Instant now) {
        return database.sql(AGAIN)
                        .param("tries", BackOff.TRIES)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("transaction", transactionId)
                        .param("recipient", recipient.name())
                        .update()
                == 1;
    }

    /// Mails that went, in this transaction.
    List<OwedMail> sent(UUID transactionId) {
        return database.sql(SENT)
                .param("transaction", transactionId)
                .query(Outbox::owed)
                .list();
    }

    /// In the order they came in, after that id.
    List<MailOnRecord> page(@Nullable UUID transactionId, @Nullable MailState state, long after, int limit) {
        return database.sql(PAGE)
                .param("after", after)
                .param("transaction", transactionId)
                .param("state", state == null ? null : state.name())
                .param("limit", limit)
                .query((row, _) -> MailOnRecord.of(row))
                .list();
    }

    /// Of what is not done: waiting, in hand, failed.
    Map<MailState, Long> counts() {
        Map<MailState, Long> counts = new EnumMap<>(MailState.class);
        for (MailState state : MailState.values()) if (state.isOpen()) counts.put(state, 0L);
        database.sql("select state, count(*) from mail_outbox where state in ('WAITING', 'SENDING', 'FAILED')"
                        + " group by state")
                .query(row -> {
                    counts.put(MailState.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    private void end(
            OwedMail mail,
            MailState state,
            @Nullable String fault,
            @Nullable String reference,
            @Nullable Instant sent,
            Instant next) {
        database.sql(END)
                .param("state", state.name())
                .param("fault", fault)
                .param("reference", reference)
                .param("sent", sent == null ? null : sent.atOffset(ZoneOffset.UTC))
                .param("next", next.atOffset(ZoneOffset.UTC))
                .param("id", mail.id())
                .param("attempt", mail.attempt())
                .update();
    }

    private static OwedMail owed(ResultSet row, int number) throws SQLException {
        return new OwedMail(
                row.getLong("id"),
                row.getObject("transaction_id", UUID.class),
                Recipient.valueOf(row.getString("recipient")),
                Template.of(row.getString("template")),
                row.getLong("position"),
                row.getInt("attempts"),
                row.getInt("tries_left"));
    }
}
