package uk.vehicleregister.program.invariants;

import java.util.List;
import net.jqwik.api.statistics.Statistics;

/// How often each answer was given. A property whose commands were all refused would hold, and say nothing.
final class Tally {

    private static final String LABEL = "answers";

    private static final List<String> COMMANDS = List.of(
            "vehicles",
            "keeper-changes",
            "disposals",
            "acquisitions",
            "retentions",
            "assignments",
            "markers",
            "case-decisions",
            "exports",
            "scrappings",
            "v5c-replacements",
            "keeper-deaths",
            "keeper-details",
            "mark-transfers",
            "entitlements");

    static void note(String path, int status, String code) {
        Statistics.label(LABEL).collect(path + " " + status + " " + code);
    }

    /// Looked at when the property has held for all its runs.
    static void demandThatEachCommandWasDone() {
        Statistics.label(LABEL)
                .coverage(seen -> COMMANDS.forEach(command -> seen.checkQuery(
                                answer -> answer.getFirst().toString().startsWith("/v1/" + command + " 201"))
                        .count(times -> times > 0)));
    }

    private Tally() {}
}
