package uk.vehicleregister.benchmarks.campaign;

import java.util.List;
import java.util.Map;

/// What a campaign saw.
///
/// @param figures in the order they are to be printed; every one measured in this run
/// @param violations what did not hold, a sentence each; none when all is well
/// @param notRun what could not be tried on this machine, and why: of that nothing is said, neither good nor bad
public record Report(String campaign, Map<String, Object> figures, List<String> violations, List<String> notRun) {

    public Report(String campaign, Map<String, Object> figures, List<String> violations) {
        this(campaign, figures, violations, List.of());
    }
}
