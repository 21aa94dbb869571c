package uk.vehicleregister.query.attempts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// Finds attempts by any of mark, actor and code, and marks that many clients guess at.
@Component
class Attempts {

    /// What an auditor asks for; what is absent is not asked for.
    record Wanted(
            @Nullable RegistrationMark mark,
            @Nullable String actor,
            @Nullable String code,
            @Nullable Instant from,
            @Nullable Instant to,
            long after,
            int limit) {}

    record Attempt(
            long position,
            Instant recordedAt,
            String kind,
            @Nullable String registrationMark,
            String actor,
            String role,
            String command,
            @Nullable String code) {}

    /// @param wrong wrong references and certificate numbers, and look-ups while it was locked
    /// @param clients how many different accounts they came from
    record AttackedMark(String registrationMark, long wrong, long clients, Instant first, Instant last) {}

    private static final String ATTACKED = """
            select registration_mark, count(*) as wrong, count(distinct actor) as clients,
                   min(recorded_at) as first, max(recorded_at) as last
              from attempt
             where recorded_at >= ? and registration_mark is not null
               and code in ('VEHICLE_OR_DOCUMENT_NOT_MATCHED', 'CERTIFICATE_NOT_MATCHED', 'MARK_LOCKED')
             group by registration_mark
            having count(*) >= ? and count(distinct actor) >= ?
             order by clients desc, wrong desc, registration_mark
             limit 1000""";

    private final JdbcClient database;

    Attempts(JdbcClient database) {
        this.database = database;
    }

    List<Attempt> find(Wanted wanted) {
        StringBuilder where = new StringBuilder("position > ?");
        List<Object> values = new ArrayList<>(List.of(wanted.after()));
        also(
                where,
                values,
                "registration_mark = ?",
                wanted.mark() == null ? null : wanted.mark().text());
        also(where, values, "actor = ?", wanted.actor());
        also(where, values, "code = ?", wanted.code());
        also(where, values, "recorded_at >= ?", timestamp(wanted.from()));
        also(where, values, "recorded_at < ?", timestamp(wanted.to()));
        values.add(wanted.limit());
        return database.sql("select position, recorded_at, kind, registration_mark, actor, role, command, code"
                        + " from attempt where " + where + " order by position limit ?")
                .params(values)
                .query(Attempt.class)
                .list();
    }

    List<AttackedMark> attackedSince(Instant since, long wrong, long clients) {
        return database.sql(ATTACKED)
                .params(java.sql.Timestamp.from(since), wrong, clients)
                .query(AttackedMark.class)
                .list();
    }

    private static void also(StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
        if (value == null) return;
        where.append(" and ").append(condition);
        values.add(value);
    }

    private static java.sql.@Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : java.sql.Timestamp.from(time);
    }
}
