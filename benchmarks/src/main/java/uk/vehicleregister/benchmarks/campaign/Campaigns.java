package uk.vehicleregister.benchmarks.campaign;

import java.util.List;
import uk.vehicleregister.benchmarks.campaign.kill.KillCampaign;
import uk.vehicleregister.benchmarks.campaign.linear.LinearCampaign;
import uk.vehicleregister.benchmarks.campaign.writers.WritersCampaign;

/// Every campaign, in the order they are run.
final class Campaigns {

    static final List<Campaign> ALL = List.of(new KillCampaign(), new WritersCampaign(), new LinearCampaign());

    private Campaigns() {}
}
