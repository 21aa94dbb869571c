package uk.vehicleregister.program.audit;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.program.Ports;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.client.Http;
import uk.vehicleregister.program.client.Tokens;

/// Which running register is meant: the demo by its port, or any other by the address of its query service.
final class WhichRegister {

    private static final String TOKEN = "REGISTER_TOKEN";

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "The demo's --port (default " + Ports.DEFAULT + "). A token is taken from its issuer.")
    private @Nullable Integer port;

    @Option(
            names = "--url",
            paramLabel = "U",
            description = "The address of a query service, as https://register.example. The environment variable "
                    + TOKEN + " holds an auditor's bearer token.")
    private @Nullable String url;

    boolean isGiven() {
        return port != null || url != null;
    }

    RunningLog log() {
        if (port != null && url != null) throw Stopped.wrongUse("Give --port or --url, not both.");
        if (url != null) return new RunningLog(address(url), WhichRegister::tokenGiven);
        Ports ports = new Ports(port == null ? Integer.parseInt(Ports.DEFAULT) : port);
        Tokens tokens = new Tokens(new Http(Duration.ofSeconds(10)), ports.issuerAddress(), Role.AUDITOR);
        return new RunningLog(ports.queryAddress(), (Supplier<String>) tokens::demand);
    }

    private static String address(String url) {
        String address = url.replaceAll("/+$", "");
        try {
            String scheme = URI.create(address).getScheme();
            if ("http".equals(scheme) || "https".equals(scheme)) return address;
        } catch (IllegalArgumentException e) {
            throw Stopped.wrongUse("--url is no address: " + e.getMessage());
        }
        throw Stopped.wrongUse("--url begins with http:// or https://");
    }

    private static String tokenGiven() {
        String token = System.getenv(TOKEN);
        if (token == null || token.isBlank())
            throw Stopped.wrongUse(
                    "With --url, put an auditor's bearer token into the environment variable " + TOKEN + ".");
        return token.strip();
    }
}
