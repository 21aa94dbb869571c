package uk.vehicleregister.benchmarks.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/// Ports of this machine that nobody listens on.
public final class FreePorts {

    private FreePorts() {}

    /// Below those that the system gives to outgoing connections: while a service is down, none of them may take its
    /// port.
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;

    /// The first of four free ports in a row, as the program lays out its own.
    public static int fourInARow() throws IOException {
        return inARow(4);
    }

    public static int one() throws IOException {
        return inARow(1);
    }

    private static int inARow(int wanted) throws IOException {
        for (int tried = 0; tried < 1_000; tried++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (IntStream.range(port, port + wanted).allMatch(FreePorts::isFree)) return port;
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
}
