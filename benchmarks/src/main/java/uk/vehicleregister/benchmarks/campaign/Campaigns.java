package uk.vehicleregister.benchmarks.campaign;

import java.util.List;
import uk.vehicleregister.benchmarks.campaign.disk.DiskCampaign;
import uk.vehicleregister.benchmarks.campaign.kill.KillCampaign;
import uk.vehicleregister.benchmarks.campaign.linear.LinearCampaign;
import uk.vehicleregister.benchmarks.campaign.network.NetworkCampaign;
import uk.vehicleregister.benchmarks.campaign.overload.OverloadCampaign;
import uk.vehicleregister.benchmarks.campaign.projections.ProjectionsCampaign;
import uk.vehicleregister.benchmarks.campaign.slowcommit.SlowCommitCampaign;
import uk.vehicleregister.benchmarks.campaign.snapshot.SnapshotCampaign;
import uk.vehicleregister.benchmarks.campaign.soak.SoakCampaign;
import uk.vehicleregister.benchmarks.campaign.tamper.TamperCampaign;
import uk.vehicleregister.benchmarks.campaign.writers.WritersCampaign;

/// Every campaign, in the order they are run.
final class Campaigns {

    static final List<Campaign> ALL = List.of(
            new KillCampaign(),
            new WritersCampaign(),
            new LinearCampaign(),
            new NetworkCampaign(),
            new DiskCampaign(),
            new SnapshotCampaign(),
            new SlowCommitCampaign(),
            new TamperCampaign(),
            new ProjectionsCampaign(),
            new OverloadCampaign(),
            new SoakCampaign());

    private Campaigns() {}
}
