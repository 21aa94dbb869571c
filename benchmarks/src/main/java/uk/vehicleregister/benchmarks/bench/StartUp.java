package uk.vehicleregister.benchmarks.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.benchmarks.cluster.FreePorts;
import uk.vehicleregister.benchmarks.cluster.Program;
import uk.vehicleregister.benchmarks.wire.Wire;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.program.Ports;
import uk.vehicleregister.program.Stopped;

/// T11: `bin/register demo` as a person starts it, built and with its data there, until an enquiry is answered.
final class StartUp implements Measurement {

    private static final int TIMES = 3;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

    @Override
    public Set<Goal> goals() {
        return EnumSet.of(Goal.T11);
    }

    @Override
    public List<Result> measure(Stage stage) throws Exception {
        stage.runOnly(Set.of());
        Path data = stage.order().directory().resolve("demo");
        Path home = Path.of(System.getProperty("register.home", "."));
        Ports ports = new Ports(FreePorts.fourInARow());
        String mark = madeOnce(home, data, ports);
        double[] seconds = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            seconds[i] = started(home, data, ports, mark);
            stage.tell("start " + (i + 1) + ": %.2f s".formatted(seconds[i]));
        }
        boolean prepared = Program.startUpCache().isPresent();
        String note = prepared ? "" : "without the start-up cache that bin/register makes after a build";
        return List.of(new Result(Goal.T11, Spread.of(seconds), "both services, issuer and PostgreSQL", note));
    }

    /// The first start loads the sample; answers the mark of one of its vehicles.
    private static String madeOnce(Path home, Path data, Ports ports) throws Exception {
        Process demo = demo(home, data, ports);
        try (BufferedReader out = demo.inputReader()) {
            String line = out.readLine();
            if (line == null) throw Stopped.unreachable("The demo ended while it started.");
            JsonNode block = EventJson.mapper().readTree(line);
            return block.path("vehicles").path(0).path("mark").asString("");
        } finally {
            end(demo);
        }
    }

    private static double started(Path home, Path data, Ports ports, String mark) throws Exception {
        byte[] enquiry = Wire.post(
                "/vehicle-enquiry/v1/vehicles",
                "x-api-key: demo-ves-key\r\n",
                "{\"registrationNumber\":\"" + mark + "\"}");
        long began = System.nanoTime();
        Process demo = demo(home, data, ports);
        try {
            while (System.nanoTime() - began < PATIENCE && demo.isAlive()) {
                try (Wire wire = new Wire(ports.query())) {
                    if (wire.send(enquiry).status() == 200) return (System.nanoTime() - began) / 1e9;
                } catch (IOException notYet) {
                    // it does not listen yet
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            throw Stopped.unreachable("The demo does not answer.");
        } finally {
            end(demo);
        }
    }

    private static Process demo(Path home, Path data, Ports ports) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve("bin").resolve("register").toString(),
                        "demo",
                        "--json",
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(ports.portal()))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("REGISTER_SKIP_BUILD", "1");
        builder.environment().remove("REGISTER_JAVA_OPTS");
        return builder.start();
    }

    private static void end(Process demo) throws InterruptedException {
        demo.destroy();
        if (!demo.waitFor(30, TimeUnit.SECONDS)) demo.destroyForcibly().waitFor();
    }
}
