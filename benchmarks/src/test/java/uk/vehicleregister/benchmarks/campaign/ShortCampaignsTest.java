package uk.vehicleregister.benchmarks.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import uk.vehicleregister.benchmarks.campaign.disk.DiskCampaign;
import uk.vehicleregister.benchmarks.campaign.network.NetworkCampaign;
import uk.vehicleregister.benchmarks.campaign.overload.OverloadCampaign;
import uk.vehicleregister.benchmarks.campaign.projections.ProjectionsCampaign;
import uk.vehicleregister.benchmarks.campaign.slowcommit.SlowCommitCampaign;
import uk.vehicleregister.benchmarks.campaign.snapshot.SnapshotCampaign;
import uk.vehicleregister.benchmarks.campaign.tamper.TamperCampaign;
import uk.vehicleregister.benchmarks.campaign.trial.MotTrial;

/// The short forms, one after the other on one register: to start one takes longer than most of them. Read models are
/// built anew while the log is short; the last leaves events that no read model knows.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShortCampaignsTest {

    @TempDir
    private static Path directory;

    private static MotTrial trial;

    @BeforeAll
    static void open() throws IOException, SQLException {
        trial = MotTrial.open(directory.resolve("register"), 2_000, OverloadCampaign.SHORT_SETTINGS);
    }

    @AfterAll
    static void close() {
        trial.close();
    }

    @Test
    @Order(6)
    void overload() throws Exception {
        ShortForm.held(new OverloadCampaign().on(trial, order("overload")));
    }

    @Test
    @Order(5)
    void snapshot() throws Exception {
        ShortForm.held(new SnapshotCampaign().on(trial, order("snapshot")));
    }

    @Test
    @Order(3)
    void network() throws Exception {
        ShortForm.held(new NetworkCampaign().on(trial, order("network")));
    }

    @Test
    @Order(2)
    void disk() throws Exception {
        ShortForm.held(new DiskCampaign().on(trial, order("disk")));
    }

    @Test
    @Order(4)
    void projections() throws Exception {
        ShortForm.held(new ProjectionsCampaign().on(trial, order("projections")));
    }

    @Test
    @Order(7)
    void slow_commit() throws Exception {
        ShortForm.held(new SlowCommitCampaign().on(trial.cluster().database(), order("slow-commit")));
    }

    /// Early: a replay folds the whole log.
    @Test
    @Order(1)
    void tamper() throws Exception {
        ShortForm.held(new TamperCampaign().on(trial.cluster().database(), order("tamper")));
    }

    private static Campaign.Order order(String name) throws IOException {
        return ShortForm.order(directory, name);
    }
}
