package uk.vehicleregister.benchmarks.campaign.trial;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.vehicleregister.benchmarks.wire.Reply;
import uk.vehicleregister.benchmarks.wire.Wire;

/// Read models compared with what the whole log gives, folded once more from its beginning.
///
/// @param wire to the query service
/// @param operator the header of somebody who may have them built anew
record ReadModelsAnew(Books books, Wire wire, String operator) {

    private static final int NOT_DISPOSABLE = 409;

    List<String> unlike(Duration atMost) throws SQLException, IOException {
        Map<String, String> live = books.readModels();
        List<String> found = new ArrayList<>();
        for (String name : books.rows("select processor_name from read.projection_token where segment = 0")) {
            Reply reply = wire.send("/v1/projection-rebuilds", operator, Map.of("name", name));
            if (reply.status() == NOT_DISPOSABLE) continue;
            String done = "select count(*) from read.projection_rebuild where state = 'DONE' and name = '" + name + "'";
            if (reply.status() != 202 || !Await.within(atMost, () -> books.number(done) == 1))
                found.add("the read model " + name + " cannot be built anew: " + reply);
        }
        found.addAll(differences(live, books.readModels()));
        return found;
    }

    static List<String> differences(Map<String, String> live, Map<String, String> anew) {
        List<String> found = new ArrayList<>();
        live.forEach((table, digest) -> {
            if (!digest.equals(anew.get(table)))
                found.add("the table " + table + " holds " + digest + ", its fold " + anew.get(table));
        });
        return found;
    }
}
