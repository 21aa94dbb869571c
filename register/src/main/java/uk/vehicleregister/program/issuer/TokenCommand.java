package uk.vehicleregister.program.issuer;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.program.Ports;
import uk.vehicleregister.program.Say;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.client.Http;
import uk.vehicleregister.program.client.Tokens;

/// `bin/register token`: prints a bearer token of the running demo and nothing else, for use in `$( )`.
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Prints a bearer token of the running demo, good for twelve hours.")
public final class TokenCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "PERSONA",
            description = "citizen, dealer, registrar, auditor, enquirer, operator or treatment-facility.")
    private @Nullable String persona;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = Ports.DEFAULT,
            description = "The demo's --port (default ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--json", description = "Prints {\"persona\",\"token\"}.")
    private boolean json;

    @Override
    public Integer call() {
        Role role = role();
        try (Http http = new Http(Duration.ofSeconds(10))) {
            String token = new Tokens(http, new Ports(port).issuerAddress(), role).demand();
            if (json) {
                Map<String, String> answer = new LinkedHashMap<>();
                answer.put("persona", role.claim());
                answer.put("token", token);
                Say.json(answer);
            } else {
                Say.answer(token);
            }
        }
        return 0;
    }

    private Role role() {
        String asked = persona == null ? "" : persona;
        return Role.of(asked)
                .orElseThrow(() -> Stopped.wrongUse("There is no persona '" + asked + "'. Choose one of: "
                        + Arrays.stream(Role.values()).map(Role::claim).collect(Collectors.joining(", ")) + "."));
    }
}
