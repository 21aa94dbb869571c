package uk.vehicleregister.eventstore.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import uk.vehicleregister.eventstore.TestDatabase;

/// A process of its own that writes to shared streams, and prints a line for each event that was acknowledged.
public final class WritingProcess implements AutoCloseable {

    private final Process process;

    private WritingProcess(Process process) {
        this.process = process;
    }

    public static void main(String[] arguments) throws InterruptedException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setUsername(arguments[1]);
        config.setMaximumPoolSize(5);
        try (HikariDataSource dataSource = new HikariDataSource(config);
                EventLogWriter writer = new EventLogWriter(dataSource)) {
            new SharedStreams(writer, new EventLogReader(dataSource))
                    .run(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), WritingProcess::print);
        }
    }

    private static void print(Append append) {
        StringBuilder lines = new StringBuilder();
        append.events().forEach(event -> lines.append(line(event)).append('\n'));
        synchronized (System.out) {
            System.out.print(lines);
            System.out.flush();
        }
    }

    private static String line(NewEvent event) {
        return event.stream() + " " + event.version() + " " + event.eventId();
    }

    static String line(RecordedEvent event) {
        return event.stream() + " " + event.version() + " " + event.eventId();
    }

    static WritingProcess start(TestDatabase database, int threads, int appends) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WritingProcess.class.getName()));
        command.addAll(List.of(database.url(), database.commandUser()));
        command.addAll(List.of(Integer.toString(threads), Integer.toString(appends)));
        return new WritingProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    BufferedReader lines() {
        return process.inputReader();
    }

    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly(); // unlike Process, it leaves what was printed to be read
        process.waitFor();
    }

    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
