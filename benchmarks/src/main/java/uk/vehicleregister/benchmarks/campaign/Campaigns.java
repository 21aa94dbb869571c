package uk.vehicleregister.benchmarks.campaign;

import java.util.List;

/// Every campaign, in the order they are run.
final class Campaigns {

    static final List<Campaign> ALL = List.of();

    private Campaigns() {}
}
