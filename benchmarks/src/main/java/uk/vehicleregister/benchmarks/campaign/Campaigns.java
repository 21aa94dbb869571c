package uk.vehicleregister.benchmarks.campaign;

import java.util.List;
import uk.vehicleregister.benchmarks.campaign.network.NetworkCampaign;

/// Every campaign, in the order they are run.
final class Campaigns {

    static final List<Campaign> ALL = List.of(new NetworkCampaign());

    private Campaigns() {}
}
