package uk.vehicleregister.query.audittrail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.vehicleregister.query.proof.ErasureEvents;

/// Positions of events, from the table.
@Component
class AuditTrailIndex implements ErasureEvents {

    private final JdbcClient database;

    AuditTrailIndex(JdbcClient database) {
        this.database = database;
    }

    /// Positions from `first` to `last`, both included, the lowest first, so many at most, by each of the terms given.
    /// A vehicle or a mark is found only where it is not in a stream of its own.
    List<Long> find(Wanted wanted, long first, long last, int limit) {
        if (wanted.actor() == null) return find(wanted, null, first, last, limit);
        TreeSet<Long> found = new TreeSet<>(find(wanted, "actor", first, last, limit));
        found.addAll(find(wanted, "reviewer", first, last, limit));
        return found.stream().limit(limit).toList();
    }

    private List<Long> find(Wanted wanted, @Nullable String actorColumn, long first, long last, int limit) {
        StringBuilder where = new StringBuilder("position between ? and ?");
        List<Object> values = new ArrayList<>(List.of(first, last));
        if (actorColumn != null) also(where, values, actorColumn, wanted.actor());
        also(where, values, "intermediary", wanted.intermediary());
        also(where, values, "transaction_id", wanted.transaction());
        also(where, values, "code", wanted.code());
        also(
                where,
                values,
                "vehicle_id",
                wanted.vehicle() == null ? null : wanted.vehicle().text());
        also(where, values, "mark", wanted.mark() == null ? null : wanted.mark().text());
        values.add(limit);
        return database.sql("select position from audit_trail where " + where + " order by position limit ?")
                .params(values)
                .query(Long.class)
                .list();
    }

    /// The first position of the append that holds this one, or of the next where it ends one.
    long appendAfter(long position) {
        return database.sql("""
                        select position from log.event where position <= ? and transaction_end
                         order by position desc limit 1""").param(position).query(Long.class).optional().orElse(-1L) + 1;
    }

    @Override
    public Map<UUID, Long> positionsOf(Collection<UUID> keys) {
        Map<UUID, Long> positions = new HashMap<>();
        if (!keys.isEmpty())
            database.sql("select erased_key, position from audit_trail where erased_key = any (cast(? as uuid[]))"
                            + " order by position")
                    .param(keys.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                    .query(row -> {
                        positions.putIfAbsent(row.getObject(1, UUID.class), row.getLong(2));
                    });
        return positions;
    }

    private static void also(StringBuilder where, List<Object> values, String column, @Nullable Object value) {
        if (value == null) return;
        where.append(" and ").append(column).append(" = ?");
        values.add(value);
    }
}
