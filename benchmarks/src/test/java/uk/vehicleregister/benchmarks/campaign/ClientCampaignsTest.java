package uk.vehicleregister.benchmarks.campaign;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import uk.vehicleregister.benchmarks.campaign.clients.Trial;
import uk.vehicleregister.benchmarks.campaign.kill.KillCampaign;
import uk.vehicleregister.benchmarks.campaign.linear.LinearCampaign;
import uk.vehicleregister.benchmarks.campaign.writers.WritersCampaign;

/// The short forms of those with clients that sell, retain and assign, one after the other on one register. Each holds
/// the whole log against what was told, by those before it too.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClientCampaignsTest {

    @TempDir
    private static Path directory;

    private static Trial trial;

    @BeforeAll
    static void start() {
        trial = Trial.start(directory, 2, true);
    }

    @AfterAll
    static void close() {
        trial.close();
    }

    @Test
    @Order(1)
    void linear() throws Exception {
        ShortForm.held(new LinearCampaign().on(trial, order("linear")));
    }

    @Test
    @Order(2)
    void writers() throws Exception {
        ShortForm.held(new WritersCampaign().on(trial, order("writers")));
    }

    /// The second service would go on with the batch that the first was killed at.
    @Test
    @Order(3)
    void kill() throws Exception {
        trial.command(1).close();
        ShortForm.held(new KillCampaign().on(trial, order("kill")));
    }

    private static Campaign.Order order(String name) throws IOException {
        return ShortForm.order(directory, name);
    }
}
