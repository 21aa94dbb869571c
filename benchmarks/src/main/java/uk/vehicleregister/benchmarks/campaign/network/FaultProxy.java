package uk.vehicleregister.benchmarks.campaign.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A TCP proxy on this machine whose line can be made bad. It passes bytes on as they come and knows nothing of what
/// they mean.
final class FaultProxy implements AutoCloseable {

    private final ServerSocket entrance;
    private final InetSocketAddress target;
    private final Set<ProxiedLine> lines = ConcurrentHashMap.newKeySet();
    private final AtomicInteger struck = new AtomicInteger();
    private volatile Fault fault = new Fault.None();

    FaultProxy(int targetPort) throws IOException {
        target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    Fault fault() {
        return fault;
    }

    /// From now on. A cut also ends the connections that are open.
    void set(Fault fault) {
        boolean muteForGood = this.fault instanceof Fault.HalfOpen(boolean forGood) && forGood;
        this.fault = fault;
        if (!muteForGood) lines.stream().filter(ProxiedLine::isMute).forEach(ProxiedLine::reset);
        if (fault instanceof Fault.Cut) lines.forEach(ProxiedLine::reset);
    }

    /// How many requests and answers were lost one by one so far.
    int struck() {
        return struck.get();
    }

    /// True for one caller only: a fault for one request strikes once.
    synchronized boolean strikes(Fault once) {
        if (fault != once) return false;
        fault = new Fault.None();
        struck.incrementAndGet();
        return true;
    }

    void ended(ProxiedLine line) {
        lines.remove(line);
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                ProxiedLine line = new ProxiedLine(this, client);
                lines.add(line);
                if (fault instanceof Fault.Cut) line.reset();
                else Thread.startVirtualThread(() -> line.open(target));
            } catch (IOException closed) {
                // by close, or by a client that left at once
            }
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        lines.forEach(ProxiedLine::reset);
    }
}
