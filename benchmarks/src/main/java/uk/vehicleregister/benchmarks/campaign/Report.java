package uk.vehicleregister.benchmarks.campaign;

import java.util.List;
import java.util.Map;

/// What a campaign saw.
///
/// @param figures in the order they are to be printed; every one measured in this run
/// @param violations what did not hold, a sentence each; none when all is well
public record Report(String campaign, Map<String, Object> figures, List<String> violations) {}
