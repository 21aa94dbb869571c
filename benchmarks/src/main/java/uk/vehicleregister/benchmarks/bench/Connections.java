package uk.vehicleregister.benchmarks.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// As many connections as there are clients, made once: making 64 takes longer than some rounds.
final class Connections implements AutoCloseable {

    private final DataSource source;
    private final List<Connection> open = new ArrayList<>();

    Connections(DataSource source) {
        this.source = source;
    }

    synchronized Connection of(int client) throws SQLException {
        while (open.size() <= client) open.add(source.getConnection());
        return open.get(client);
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : open) connection.close();
        open.clear();
    }
}
