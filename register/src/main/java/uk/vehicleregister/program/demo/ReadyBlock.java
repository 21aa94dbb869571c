package uk.vehicleregister.program.demo;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.program.Ports;
import uk.vehicleregister.program.demo.SampleVehicles.Shown;

/// What a person sees once everything runs: addresses, things to try, and the next step.
final class ReadyBlock {

    private final DemoOptions options;
    private final List<Shown> vehicles;

    ReadyBlock(DemoOptions options, List<Shown> vehicles) {
        this.options = options;
        this.vehicles = vehicles;
    }

    String text() {
        Ports ports = options.ports();
        StringBuilder block = new StringBuilder()
                .append("Vehicle Register is running\n\n")
                .append(row("command service", ports.commandAddress()))
                .append(row("query service", ports.queryAddress()))
                .append(row("issuer of tokens", ports.issuerAddress()))
                .append(row("data, logs", options.data() + ", " + options.data().resolve("logs")))
                .append(row("mails", options.data().resolve("mail") + " (written there, not sent)"));
        if (options.today() != null) {
            block.append(row("business date", options.today() + " (moved by --today)"));
        }
        return block.append(vehicles())
                .append(people())
                .append(enquiry())
                .append(next())
                .toString();
    }

    Map<String, Object> json() {
        Ports ports = options.ports();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("commandService", ports.commandAddress());
        answer.put("queryService", ports.queryAddress());
        answer.put("issuer", ports.issuerAddress());
        answer.put("data", options.data().toString());
        answer.put("vehicles", vehicles);
        return answer;
    }

    private String vehicles() {
        if (vehicles.isEmpty()) {
            return "";
        }
        StringBuilder table = new StringBuilder(
                        "\nVehicles to try (as first loaded; a sale, retention or assignment ends a document reference)\n")
                .append(String.format(
                        "  %-9s %-32s %-19s %s%n", "mark", "vehicle", "document reference", "keeper's postcode"));
        for (Shown vehicle : vehicles) {
            table.append(String.format(
                    "  %-9s %-32s %-19s %s%n",
                    vehicle.mark(), vehicle.vehicle(), vehicle.documentReference(), vehicle.postcode()));
        }
        return table.toString();
    }

    private String people() {
        String personas = Arrays.stream(Role.values()).map(Role::claim).collect(Collectors.joining(", "));
        return "\nPeople to sign in as: " + personas + "\n  bin/register token citizen" + port() + "\n";
    }

    private String enquiry() {
        String mark = vehicles.isEmpty() ? "AB12CDE" : vehicles.getFirst().mark();
        return """

                Enquire about a vehicle
                  curl -s %s/vehicle-enquiry/v1/vehicles -H 'x-api-key: demo-ves-key' \\
                    -H 'Content-Type: application/json' -d '{"registrationNumber":"%s"}'
                """.formatted(options.ports().queryAddress(), mark);
    }

    private String next() {
        return """

                Next, in another terminal
                  bin/register tour%s      a sale, a retention and an assignment, step by step
                  bin/register import FILE.csv%s
                Ctrl-C ends it; the data is kept.
                """.formatted(port(), port());
    }

    private String port() {
        int port = options.ports().portal();
        return Integer.toString(port).equals(Ports.DEFAULT) ? "" : " --port " + port;
    }

    private static String row(String name, String value) {
        return String.format("  %-17s %s%n", name, value);
    }
}
