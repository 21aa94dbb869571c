package uk.vehicleregister.benchmarks.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the gate asks of every campaign.
final class ShortForm {

    private static final long SEED = 20_260_701;

    /// On one register no two campaigns may draw the same idempotency keys, so that each has a seed of its own.
    static Campaign.Order order(Path directory, String name) throws IOException {
        return new Campaign.Order(
                Form.SHORT, SEED + name.hashCode(), Files.createDirectory(directory.resolve(name)), line -> {});
    }

    static void held(Report report) {
        System.out.println(report.campaign() + " " + report.figures() + " " + report.notRun());
        assertThat(report.violations()).as("%s", report.figures()).isEmpty();
    }

    private ShortForm() {}
}
