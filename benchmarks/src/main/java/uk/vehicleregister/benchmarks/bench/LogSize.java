package uk.vehicleregister.benchmarks.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// T13: what an event takes on the disk, with its indexes, after the load and the sales over HTTP.
final class LogSize implements Measurement {

    @Override
    public Set<Goal> goals() {
        return EnumSet.of(Goal.T13);
    }

    @Override
    public List<Result> measure(Stage stage) throws Exception {
        try (Connection connection = stage.superuser("register").getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select count(*), pg_total_relation_size('log.event'), pg_indexes_size('log.event'),
                               pg_total_relation_size('log.receipt'), pg_total_relation_size('log.data_key')
                          from log.event""")) {
            row.next();
            double events = row.getLong(1);
            String figures = "%s events; indexes %s; beside them receipts %s, data keys %s bytes an event"
                    .formatted(
                            Figures.whole(events),
                            Figures.whole(row.getLong(3) / events),
                            Figures.whole(row.getLong(4) / events),
                            Figures.whole(row.getLong(5) / events));
            return List.of(new Result(Goal.T13, Spread.of(row.getLong(2) / events), figures, ""));
        }
    }
}
