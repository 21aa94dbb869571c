package uk.vehicleregister.program.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import uk.vehicleregister.program.Ports;
import uk.vehicleregister.program.Stopped;

/// Looks whether the ports can be had, before anything is started.
final class FreePorts {

    private FreePorts() {}

    static void demand(Ports ports) {
        demand(ports, ports.command(), "the command service");
        demand(ports, ports.query(), "the query service");
        demand(ports, ports.issuer(), "the development issuer");
    }

    private static void demand(Ports ports, int port, String whose) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // as the web server does: a closed connection's remains are no hindrance
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException inUse) {
            throw Stopped.unreachable("Port " + port + " (for " + whose
                    + ") is in use. End what uses it, or give another first port, as in: bin/register demo --port "
                    + (ports.portal() < 60_000 ? ports.portal() + 1_000 : 8_080));
        }
    }
}
