package uk.vehicleregister.benchmarks.campaign.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/// One connection through the proxy: two pumps, and the two sockets between which they work.
final class ProxiedLine {

    private static final int MOST_BYTES = 64 * 1024;

    private final FaultProxy proxy;
    private final Socket client;
    private final Socket server = new Socket();
    private volatile boolean mute;
    private volatile boolean answerIsLost;

    ProxiedLine(FaultProxy proxy, Socket client) {
        this.proxy = proxy;
        this.client = client;
    }

    void open(InetSocketAddress target) {
        try {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(target);
        } catch (IOException gone) {
            reset();
            return;
        }
        Thread.startVirtualThread(() -> pump(client, server, true));
        Thread.startVirtualThread(() -> pump(server, client, false));
    }

    private void pump(Socket from, Socket to, boolean request) {
        byte[] bytes = new byte[MOST_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes))
                if (passes(bytes, read, request)) out.write(bytes, 0, read);
        } catch (IOException ended) {
            // either side left, or the line was reset
        }
        reset();
    }

    private boolean passes(byte[] bytes, int read, boolean request) throws IOException {
        if (!request && answerIsLost) {
            reset();
            throw new IOException("reset");
        }
        Fault fault = proxy.fault();
        switch (fault) {
            case Fault.None _, Fault.Cut _ -> {}
            case Fault.Delay(var by) -> LockSupport.parkNanos(by.toNanos());
            case Fault.HalfOpen _ -> mute = true;
            case Fault.RequestLost(String holding) -> {
                if (request && holds(bytes, read, holding) && proxy.strikes(fault)) {
                    reset();
                    throw new IOException("reset");
                }
            }
            case Fault.AnswerLost(String holding) -> {
                if (request && holds(bytes, read, holding) && proxy.strikes(fault)) answerIsLost = true;
            }
        }
        return !mute;
    }

    private static boolean holds(byte[] bytes, int read, String text) {
        return new String(bytes, 0, read, StandardCharsets.ISO_8859_1).contains(text);
    }

    boolean isMute() {
        return mute;
    }

    /// Both ends get a reset and no good-bye.
    void reset() {
        abort(client);
        abort(server);
        proxy.ended(this);
    }

    private static void abort(Socket socket) {
        try {
            if (!socket.isClosed()) socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // it was gone before
        }
    }
}
