package uk.vehicleregister.benchmarks.campaign.disk;

import java.io.IOException;
import java.sql.SQLException;

/// Something that keeps the database from writing, until it is over.
interface Outage {

    String name();

    /// What health says is the matter.
    String reason();

    void begin() throws SQLException, IOException;

    void end() throws SQLException, IOException;
}
