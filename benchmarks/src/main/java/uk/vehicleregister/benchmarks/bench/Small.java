package uk.vehicleregister.benchmarks.bench;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// What is small, each by itself, with JMH.
final class Small {

    private Small() {}

    static int run() throws RunnerException {
        new Runner(new OptionsBuilder().include("uk\\.vehicleregister\\..*").build()).run();
        return 0;
    }
}
