package uk.vehicleregister.program.serve;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.vehicleregister.command.CommandService;
import uk.vehicleregister.program.Ports;
import uk.vehicleregister.program.Say;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.query.QueryService;

/// `bin/register serve`: one service, in this process, against a given database and issuer.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs one service against a given PostgreSQL and OpenID issuer, until SIGTERM.",
        footer = {
            "",
            "Environment: REGISTER_DATABASE_URL, REGISTER_DATABASE_USER, REGISTER_DATABASE_PASSWORD,",
            "REGISTER_KEYS_DIRECTORY and REGISTER_ISSUER are needed; REGISTER_DATABASE_OWNER_USER,",
            "REGISTER_DATABASE_OWNER_PASSWORD, REGISTER_KEYS_CREATE, REGISTER_PORT, REGISTER_ADDRESS,",
            "REGISTER_DATABASE_ERASER_USER, REGISTER_DATABASE_ERASER_PASSWORD, REGISTER_KEYS_REWRAP_DAYS,",
            "REGISTER_DEMO_API_KEYS and REGISTER_TODAY may be set; command also needs REGISTER_PAYMENTS:",
            "demo, or govuk-pay with REGISTER_GOVUK_PAY_API_KEY.",
            "and query sends mail once REGISTER_MAIL says how, and seals the log with REGISTER_SEAL_KEY.",
            "See docs/operations.md."
        })
public final class ServeCommand implements Callable<Integer> {

    private enum Service {
        command,
        query
    }

    @Parameters(paramLabel = "SERVICE", description = "command or query.")
    private @Nullable Service service;

    @Option(names = "--json", description = "Logs as JSON, one object a line (Elastic Common Schema).")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Ports ports = new Ports(Integer.parseInt(Ports.DEFAULT));
        Service asked = service == null ? Service.command : service;
        Map<String, Object> properties =
                Settings.from(System.getenv(), asked == Service.command ? ports.command() : ports.query());
        logging();
        try {
            switch (asked) {
                case command -> CommandService.start(properties);
                case query -> QueryService.start(properties);
            }
        } catch (RuntimeException failed) {
            throw inWords(failed, asked);
        }
        Say.progress("The " + asked + " service is running on port " + properties.get("server.port"));
        new CountDownLatch(1).await(); // Spring's own hook ends the service on SIGTERM
        return 0;
    }

    /// System properties, since logging is set up before a service reads any of its own.
    private void logging() {
        if (json) {
            System.setProperty("logging.structured.format.console", "ecs");
        }
        if (System.getenv("REGISTER_TRACE") == null) {
            // a service that cannot start says so in one line, below
            System.setProperty("logging.level.org.springframework.boot.SpringApplication", "off");
            System.setProperty("logging.level.org.springframework.boot.diagnostics", "off");
            System.setProperty("logging.level.com.zaxxer.hikari.pool.HikariPool", "warn");
        }
    }

    private static Stopped inWords(RuntimeException failed, Service service) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null
                ? ""
                : cause.getMessage().lines().findFirst().orElse("");
        return Stopped.unreachable(
                "The " + service + " service cannot start (" + cause.getClass().getSimpleName() + ": " + message
                        + "). Check the REGISTER_ variables (bin/register serve --help) and that database and issuer run.");
    }
}
