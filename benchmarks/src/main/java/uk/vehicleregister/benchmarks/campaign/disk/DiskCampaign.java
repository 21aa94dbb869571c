package uk.vehicleregister.benchmarks.campaign.disk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.vehicleregister.benchmarks.campaign.Campaign;
import uk.vehicleregister.benchmarks.campaign.Report;
import uk.vehicleregister.benchmarks.campaign.trial.MotTrial;

/// A database that cannot write for a while.
public final class DiskCampaign implements Campaign {

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public String claim() {
        return "No room on the disk, and a read-only database: commands get a clear 503, health says why, and all goes"
                + " on without a restart.";
    }

    @Override
    public Report run(Order order) throws Exception {
        try (MotTrial trial = MotTrial.open(order.directory(), 500)) {
            return on(trial, order);
        }
    }

    public Report on(MotTrial trial, Order order) throws Exception {
        List<String> violations = new ArrayList<>();
        List<String> notRun = new ArrayList<>();
        Map<String, Object> figures = new LinkedHashMap<>();
        OutageTrial outages = new OutageTrial(trial, order.form(), figures, violations);
        outages.play(new ReadOnly(trial.books()));
        if (!FullDisk.isPossible()) {
            notRun.add("disk full, because a small disk can be mounted by root only");
            return new Report(name(), figures, violations, notRun);
        }
        try (FullDisk full = FullDisk.mount(trial.books(), order.directory())) {
            outages.play(full);
        } catch (IOException impossible) {
            notRun.add("disk full, because " + impossible.getMessage());
        }
        return new Report(name(), figures, violations, notRun);
    }
}
