package uk.vehicleregister.benchmarks.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import uk.vehicleregister.program.Stopped;

/// What a cluster needs of the machine it runs on.
final class Machine {

    private Machine() {}

    /// Below those that the system gives to outgoing connections: while a service is down, none of them may take its
    /// port.
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;

    /// The first of four free ports in a row, as the program lays out its own.
    static int freePorts() throws IOException {
        return freePorts(4);
    }

    static int freePort() throws IOException {
        return freePorts(1);
    }

    private static int freePorts(int inARow) throws IOException {
        for (int tried = 0; tried < 1_000; tried++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (IntStream.range(port, port + inARow).allMatch(Machine::isFree)) return port;
        }
        throw new IOException("no free port between " + LOWEST + " and " + HIGHEST);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = listen(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    /// The program as people run it, with its libraries beside it.
    static Path program() {
        Path jar = Path.of(System.getProperty("register.home", "."), "register", "target", "vehicle-register.jar")
                .toAbsolutePath()
                .normalize();
        if (!Files.isRegularFile(jar))
            throw Stopped.unreachable("The program is not built (" + jar + "). Try: ./mvnw -DskipTests package");
        return jar;
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
