package uk.vehicleregister.benchmarks.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import uk.vehicleregister.benchmarks.wire.Wire;
import uk.vehicleregister.program.Stopped;

/// G: the same kind of server with nothing behind it, in a process like a service's.
final class Hello implements AutoCloseable {

    private static final long START = TimeUnit.SECONDS.toNanos(60);

    private final Process process;
    private final int port;

    /// Whoever ends the program before its time leaves no server of it behind.
    private final Thread farewell = new Thread(this::end, "end-of-hello");

    private Hello(Process process, int port) {
        this.process = process;
        this.port = port;
        Runtime.getRuntime().addShutdownHook(farewell);
    }

    static Hello start(Path logs, int port) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), HelloService.class.getName()));
        command.add(Integer.toString(port));
        File log = logs.resolve("hello.log").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        Hello hello = new Hello(process, port);
        hello.awaitAnswer(log);
        return hello;
    }

    private void awaitAnswer(File log) {
        long until = System.nanoTime() + START;
        while (System.nanoTime() - until < 0 && process.isAlive()) {
            try (Wire wire = new Wire(port)) {
                if (wire.send(request()).status() == 200) return;
            } catch (IOException notYet) {
                // it does not listen yet
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        close();
        throw Stopped.unreachable("The hello server does not answer; see " + log);
    }

    static byte[] request() {
        return Wire.post("/hello", "", "{\"registrationNumber\":\"AB51CDE\"}");
    }

    Load.Clients greetings() {
        return _ -> new Load.Client() {

            private final Wire wire = new Wire(port);
            private final byte[] request = request();

            @Override
            public boolean once() throws IOException {
                int status = wire.send(request).status();
                if (status != 200) throw new IllegalStateException("hello was answered " + status);
                return true;
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException ending) {
            // the program is being ended, and the hook does it
        }
    }

    private void end() {
        process.destroyForcibly();
    }
}
