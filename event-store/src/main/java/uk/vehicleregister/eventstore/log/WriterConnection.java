package uk.vehicleregister.eventstore.log;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The writer's session, opened when it is needed and dropped when it is lost.
final class WriterConnection {

    private final DataSource dataSource;
    private final Door door;
    private @Nullable WriterSession session;

    WriterConnection(DataSource dataSource, Door door) {
        this.dataSource = dataSource;
        this.door = door;
    }

    WriterSession session() throws SQLException {
        WriterSession current = session;
        if (current == null) session = current = WriterSession.open(dataSource, door);
        return current;
    }

    boolean isOpen() {
        return session != null;
    }

    void drop() {
        if (session != null) session.close();
        session = null;
    }
}
