package uk.vehicleregister.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.benchmarks.cluster.Service.Kind;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.program.postgres.RegisterDatabase.Login;

/// A1 to A3: `bin/register export`, `verify` and `replay` as an auditor starts them, by the clock from their start to
/// their end.
final class AuditPrograms implements Measurement {

    private static final int TIMES = 3;
    private static final double GOAL_EVENTS = 1_000_000;

    /// @param events how many it says it went through
    private record Done(long events, double seconds) {

        double perSecond() {
            return events / seconds;
        }
    }

    @Override
    public Set<Goal> goals() {
        return EnumSet.of(Goal.A1, Goal.A2, Goal.A3);
    }

    @Override
    public List<Result> measure(Stage stage) throws Exception {
        stage.runOnly(EnumSet.of(Kind.QUERY));
        stage.awaitReadModels();
        String port = Integer.toString(stage.cluster().ports().portal());
        Path directory = stage.order().directory();
        List<Double> exports = new ArrayList<>();
        List<Double> verifications = new ArrayList<>();
        Done running = run(
                "verify", "--port", port, "--kept", directory.resolve("kept").toString());
        for (int i = 0; i < TIMES; i++) {
            Path archive = directory.resolve("log-" + i + ".zip");
            Done export = run("export", "--port", port, "--out", archive.toString());
            exports.add(export.perSecond());
            Done verified = run(
                    "verify",
                    archive.toString(),
                    "--kept",
                    directory.resolve("kept-" + i).toString());
            if (verified.events() != export.events()) throw new IllegalStateException("an event got lost");
            verifications.add(GOAL_EVENTS / verified.perSecond());
            stage.tell("%,d events: export %.1f s, verify %.1f s, of %,d bytes an event"
                    .formatted(
                            export.events(),
                            export.seconds(),
                            verified.seconds(),
                            Files.size(archive) / export.events()));
            Files.delete(archive);
        }
        String figures = Figures.whole(running.events()) + " events, start of the program included";
        return List.of(
                new Result(
                        Goal.A1,
                        spread(verifications),
                        figures + "; against the running register %.1f s".formatted(running.seconds()),
                        running.events() == GOAL_EVENTS ? "" : "scaled to a million"),
                new Result(Goal.A2, spread(exports), figures + ", over HTTP and with one token", ""),
                replays(stage, directory));
    }

    private static Result replays(Stage stage, Path directory) throws IOException, InterruptedException {
        List<Double> replays = new ArrayList<>();
        String figures = "";
        for (int i = 0; i < TIMES; i++) {
            Done replay = run(
                    stage.cluster().database().auditor(),
                    "replay",
                    "--projection",
                    RebuildEnquiry.PROJECTION,
                    "--database",
                    stage.cluster().database().url(),
                    "--kept",
                    directory.resolve("kept").toString(),
                    "--sign",
                    directory.resolve("replay.key").toString());
            replays.add(replay.perSecond());
            figures = Figures.whole(replay.events()) + " events, start of the program included";
            stage.tell("%,d events: replay %.1f s".formatted(replay.events(), replay.seconds()));
        }
        return new Result(Goal.A3, spread(replays), figures, "");
    }

    private static Spread spread(List<Double> figures) {
        return Spread.of(figures.stream().mapToDouble(figure -> figure).toArray());
    }

    private static Done run(String... arguments) throws IOException, InterruptedException {
        return run(null, arguments);
    }

    private static Done run(@Nullable Login login, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("register.home", "."), "bin", "register")
                .toString());
        command.addAll(List.of(arguments));
        command.add("--json");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("REGISTER_SKIP_BUILD", "1");
        builder.environment().remove("REGISTER_JAVA_OPTS");
        if (login != null) {
            builder.environment().put("REGISTER_DATABASE_USER", login.user());
            builder.environment().put("REGISTER_DATABASE_PASSWORD", login.password());
        }
        long began = System.nanoTime();
        Process program = builder.start();
        JsonNode answer = EventJson.mapper().readTree(program.getInputStream().readAllBytes());
        int code = program.waitFor();
        double seconds = (System.nanoTime() - began) / 1e9;
        if (code != 0) throw new IllegalStateException(arguments[0] + " ended with " + code + ": " + answer);
        return new Done(answer.path("events").asLong(), seconds);
    }
}
