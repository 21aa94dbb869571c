package uk.vehicleregister.query.mail;

import java.sql.PreparedStatement;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.query.projection.Noted;
import uk.vehicleregister.query.projection.Projection;

/// Follows the log and puts what is owed into the outbox, in the transaction of its position: nothing is sent before it
/// is recorded, and nothing recorded is forgotten. It has no tables a rebuild may replace.
@Component
class MailProjection implements Projection {

    static final String NAME = "mail";

    private static final String OWE = """
            insert into mail_outbox (transaction_id, recipient, template, position, tries_left, next_try_at, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (transaction_id, recipient) do nothing""";

    private final MailStart start;

    MailProjection(MailStart start) {
        this.start = start;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public Set<Class<? extends Fact>> families() {
        return Set.of(KeepershipFact.class, VehicleMarkFact.class);
    }

    @Override
    public long startsAfter() {
        return start.lastOfThePast();
    }

    @Override
    public void project(List<Noted> events, StatelessSession rows) {
        if (events.stream().allMatch(noted -> Mailing.about(noted.fact()).isEmpty())) return;
        rows.doWork(connection -> {
            try (PreparedStatement owe = connection.prepareStatement(OWE)) {
                for (Noted noted : events)
                    for (Mailing mailing : Mailing.about(noted.fact())) {
                        owe.setObject(1, noted.transactionId());
                        owe.setString(2, mailing.recipient().name());
                        owe.setString(3, mailing.template().text());
                        owe.setLong(4, noted.position());
                        owe.setInt(5, BackOff.TRIES);
                        owe.setObject(6, noted.recordedAt().atOffset(ZoneOffset.UTC));
                        owe.setObject(7, noted.recordedAt().atOffset(ZoneOffset.UTC));
                        owe.addBatch();
                    }
                owe.executeBatch();
            }
        });
    }
}
