package uk.vehicleregister.benchmarks.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.vehicleregister.benchmarks.cluster.Service.Kind;

class ClusterTest {

    @Test
    void a_service_that_was_killed_can_be_started_again_on_its_port(@TempDir Path directory) {
        try (Cluster cluster = Cluster.start(directory.resolve("register"))) {
            Service command = cluster.service(Kind.COMMAND);
            command.start();
            String address = command.address();
            command.kill();
            assertThat(command.isAlive()).isFalse();

            String url = cluster.database().url();
            cluster.database().close();
            cluster.reopenDatabase();
            assertThat(cluster.database().url()).isEqualTo(url);

            command.start();
            assertThat(command.isAlive()).isTrue();
            assertThat(command.address()).isEqualTo(address);
        }
    }
}
