package uk.vehicleregister.benchmarks.campaign.projections;

import java.sql.SQLException;
import uk.vehicleregister.benchmarks.campaign.trial.Books;

/// An MOT test in the log that no version of today can read; later replaced by what a mended version would read there.
/// Nobody but the superuser can do either, which is the point of the rights on the log.
///
/// @param position where it stands
record Poison(Books books, long position) {

    private static final String APPEND = """
            with last as (select coalesce(max(position), -1) as position from log.event),
                 own as (select coalesce(max(version), -1) as version from log.event where stream = '%1$s')
            insert into log.event (position, version, recorded_at, event_id, transaction_end, stream, type, revision, payload, metadata)
            select last.position + 1, own.version + 1, clock_timestamp(), gen_random_uuid(), true, '%1$s', e.type, e.revision,
                   '{"unreadable":true}', e.metadata
              from log.event e, last, own where e.type = 'MotPassed' order by e.position limit 1""".formatted(Books.APART);
    private static final String READABLE = """
            update log.event set payload = (select payload from log.event where type = 'MotPassed' order by position limit 1)
             where position = %d""";

    static Poison append(Books books) throws SQLException {
        books.execute("begin; select 1 from log.log_lock for update; " + APPEND + "; commit");
        return new Poison(
                books, books.number("select max(position) from log.event where stream = '" + Books.APART + "'"));
    }

    void makeReadable() throws SQLException {
        books.execute("begin; alter table log.event disable trigger events_are_never_changed; "
                + READABLE.formatted(position)
                + "; alter table log.event enable trigger events_are_never_changed; commit");
    }
}
