package uk.vehicleregister.benchmarks.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.vehicleregister.program.Stopped;

/// What a cluster needs of the machine it runs on.
final class Machine {

    private Machine() {}

    /// The first of four free ports in a row, as the program lays out its own.
    static int freePorts() throws IOException {
        while (true) {
            try (ServerSocket first = listen(0)) {
                int port = first.getLocalPort();
                if (port > 65_000) continue;
                try (ServerSocket second = listen(port + 1);
                        ServerSocket third = listen(port + 2);
                        ServerSocket fourth = listen(port + 3)) {
                    return port;
                } catch (IOException taken) {
                    // look elsewhere
                }
            }
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = listen(0)) {
            return socket.getLocalPort();
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
