package uk.vehicleregister.program.invariants;

import java.util.List;
import net.jqwik.api.statistics.Statistics;
import uk.vehicleregister.program.invariants.order.Request;

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
            "entitlements",
            "corrections KeeperCorrected",
            "corrections KeeperChangeReversed",
            "corrections DetailsCorrected",
            "entitlement-extensions",
            "entitlement-nominations",
            "entitlement-surrenders",
            "authorities",
            "authority-revocations",
            " by authority",
            "tax-payments",
            "sorn-declarations",
            "mot-results",
            "disposals in a batch",
            "acquisitions in a batch");

    static void note(Request request, int status, String code) {
        note(kind(request), status, code);
    }

    /// @param status as if the row had been sent alone
    static void noteRow(Request row, int status, String code) {
        note(row.command() + " in a batch", status, code);
    }

    private static void note(String kind, int status, String code) {
        Statistics.label(LABEL).collect(kind + " " + status + " " + code);
    }

    private static String kind(Request request) {
        if (request.isByAuthority()) return request.command() + " by authority";
        return request.command().equals("corrections")
                ? "corrections " + request.effect().getSimpleName()
                : request.command();
    }

    /// Looked at when the property has held for all its runs.
    static void demandThatEachCommandWasDone() {
        Statistics.label(LABEL)
                .coverage(seen -> COMMANDS.forEach(command -> seen.checkQuery(
                                answer -> answer.getFirst().toString().contains(command + " 201"))
                        .count(times -> times > 0)));
    }

    private Tally() {}
}
