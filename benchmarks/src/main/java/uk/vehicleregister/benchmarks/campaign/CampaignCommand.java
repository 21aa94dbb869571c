package uk.vehicleregister.benchmarks.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.vehicleregister.benchmarks.cluster.Directories;
import uk.vehicleregister.program.Say;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.demo.DemoLog;

/// `bin/register campaign`: faults on purpose.
@Command(
        name = "campaign",
        mixinStandardHelpOptions = true,
        description = {
            "Does faults of all kinds to registers of its own, and says what held.",
            "Each campaign starts its own PostgreSQL and services on free ports; a running demo is not touched.",
            "Exit code 0: all held; 1: something did not; 3: something could not be tried on this machine."
        })
public final class CampaignCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "CAMPAIGN",
            description = "Which; all but the soak when none is named. See --list.")
    private List<String> names = List.of();

    @Option(names = "--list", description = "Names the campaigns and what each claims.")
    private boolean list;

    @Option(names = "--short", description = "The form that runs in the gate.")
    private boolean shortForm;

    @Option(names = "--seed", defaultValue = "20260701", description = "Default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--minutes",
            defaultValue = "60",
            description = "How long the soak takes. Default ${DEFAULT-VALUE}.")
    private int minutes;

    @Option(names = "--json", description = "Prints one JSON object a campaign and no progress.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (list) {
            Campaigns.ALL.forEach(campaign -> Say.answer("%-14s %s".formatted(campaign.name(), campaign.claim())));
            return 0;
        }
        boolean held = true;
        boolean tried = true;
        for (Campaign campaign : chosen()) {
            Path directory = Files.createTempDirectory("campaign-" + campaign.name() + "-");
            DemoLog.to(Files.createDirectories(directory.resolve("campaign-logs")));
            if (!json) Say.progress(campaign.name() + ": " + campaign.claim());
            Report report = campaign.run(new Campaign.Order(
                    shortForm ? Form.SHORT : Form.FULL, seed, directory, this::tell, Duration.ofMinutes(minutes)));
            print(report);
            if (report.violations().isEmpty()) Directories.delete(directory);
            else Say.progress("Data and logs are kept in " + directory);
            held &= report.violations().isEmpty();
            tried &= report.notRun().isEmpty();
        }
        if (!held) return 1;
        return tried ? 0 : 3;
    }

    private List<Campaign> chosen() {
        if (names.isEmpty())
            return Campaigns.ALL.stream()
                    .filter(campaign -> !campaign.onlyByName())
                    .toList();
        List<Campaign> chosen = new ArrayList<>();
        for (String name : names)
            chosen.add(Campaigns.ALL.stream()
                    .filter(campaign -> campaign.name().equals(name))
                    .findFirst()
                    .orElseThrow(() ->
                            Stopped.wrongUse("There is no campaign " + name + ". See: bin/register campaign --list")));
        return chosen;
    }

    private void tell(String line) {
        if (!json) Say.progress("  " + line);
    }

    private void print(Report report) {
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("campaign", report.campaign());
            answer.putAll(report.figures());
            answer.put("violations", report.violations());
            answer.put("notRun", report.notRun());
            Say.json(answer);
            return;
        }
        report.figures().forEach((what, figure) -> Say.answer("  %-44s %s".formatted(what, figure)));
        report.violations().forEach(violation -> Say.answer("  DOES NOT HOLD: " + violation));
        report.notRun().forEach(what -> Say.answer("  NOT RUN HERE: " + what));
        Say.answer("  "
                + (report.violations().isEmpty()
                        ? (report.notRun().isEmpty() ? "held" : "held, as far as it was run")
                        : report.violations().size() + " violations"));
    }
}
