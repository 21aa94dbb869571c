package uk.vehicleregister.program.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.vehicleregister.program.ImportColumns;
import uk.vehicleregister.program.Ports;
import uk.vehicleregister.program.Ran;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.client.Answer;
import uk.vehicleregister.program.client.Call;
import uk.vehicleregister.program.client.Http;

/// The whole program against the whole demo, started once: a real database, the real issuer, both real services.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoTest {

    private static final int SAMPLE = 40;

    @TempDir
    static Path directory;

    private static Ports ports;
    private static Demo demo;
    private static final Http http = new Http(Duration.ofSeconds(20));

    @BeforeAll
    static void start() throws IOException {
        ports = freePorts();
        demo = new Demo(options(data(), ports));
        demo.start();
    }

    @AfterAll
    static void end() {
        demo.close();
        http.close();
    }

    @Test
    void the_sample_vehicles_answer_to_an_enquiry() {
        List<SampleVehicles.Shown> toTry = SampleVehicles.toTry(data().resolve("sample.csv"));

        assertThat(toTry).hasSize(5);
        for (SampleVehicles.Shown shown : toTry) {
            assertThat(enquire(shown.mark())).isEqualTo(200);
        }
        assertThat(new ReadyBlock(options(data(), ports), toTry).text())
                .startsWith("Vehicle Register is running\n")
                .contains(toTry.getFirst().documentReference(), ports.queryAddress(), "bin/register tour --port");
    }

    @Test
    void what_the_launcher_rehearses_after_a_build_can_be_gone_through() {
        Ran rehearsed =
                Ran.command("rehearse", "--port", Integer.toString(ports.portal()), "--data", data().toString());

        assertThat(rehearsed.exitCode()).as(rehearsed.err()).isZero();
        assertThat(rehearsed.out()).contains("verdict identical");
    }

    @Test
    void a_sale_leaves_the_mail_to_its_seller_in_the_data_directory() {
        SampleVehicles.Shown vehicle =
                SampleVehicles.toTry(data().resolve("sample.csv")).get(2);
        Map<String, Object> trader = Map.of(
                "name",
                "MOTORS",
                "address",
                Map.of("lines", List.of("1 LONG STREET"), "postTown", "SWANSEA", "postcode", "SA1 1AA"));
        Call disposal = Call.post(
                        ports.commandAddress() + "/v1/disposals",
                        Map.of(
                                "registrationMark",
                                vehicle.mark(),
                                "documentReference",
                                vehicle.documentReference(),
                                "trader",
                                trader,
                                "dateOfSale",
                                LocalDate.now(ZoneId.of("Europe/London")).toString(),
                                "keeperConsent",
                                true,
                                "rightsToMarkConsent",
                                true,
                                "sellerEmail",
                                "seller@example.com"))
                .with("Idempotency-Key", "a-sale-with-a-mail")
                .as(run("token", "citizen").out().strip());
        Answer sold = http.demand(disposal, "the command service");

        assertThat(sold.status()).isEqualTo(201);
        Path mail =
                data().resolve("mail").resolve(sold.body().path("transactionId").asString() + ".seller.eml");
        await().untilAsserted(() -> assertThat(mail).exists());
        assertThat(mail).content().contains("To: seller@example.com");
    }

    @Test
    void a_token_is_printed_alone_and_lets_its_persona_in() throws IOException {
        Ran token = run("token", "auditor");

        assertThat(token.exitCode()).isZero();
        assertThat(token.out()).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\R");
        assertThat(history(token.out().strip()).status()).isEqualTo(200);
        assertThat(history(run("token", "citizen").out().strip()).status()).isEqualTo(403);
    }

    @Test
    void an_import_loads_every_good_row_and_a_second_run_changes_nothing() throws IOException {
        Path fleet = fleet(300, 11);

        assertThat(imported(fleet)).isEqualTo(new Counts(300, 300, 0, 0));
        long position = logPosition();
        assertThat(imported(fleet)).isEqualTo(new Counts(300, 0, 300, 0));
        assertThat(logPosition()).isEqualTo(position);
        assertThat(enquire(column(Files.readAllLines(fleet).getLast(), ImportColumns.MARK)))
                .isEqualTo(200);
        assertThat(rejects(fleet)).as("only a header").hasSize(1);
    }

    @Test
    void an_import_that_was_broken_off_goes_on_where_it_stopped() throws IOException {
        Path fleet = fleet(120, 12);
        Path half = directory.resolve("half.csv");
        Files.write(half, Files.readAllLines(fleet).subList(0, 61));

        assertThat(imported(half)).isEqualTo(new Counts(60, 60, 0, 0));
        assertThat(imported(fleet)).isEqualTo(new Counts(120, 60, 60, 0));
    }

    @Test
    void broken_rows_are_rejected_in_the_order_of_the_file_and_the_rest_is_loaded() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(fleet(10, 13)));
        lines.set(2, with(lines.get(2), "engineCapacity", "0"));
        lines.set(4, "only,three,columns");
        lines.set(5, "\"" + lines.get(5));
        lines.set(7, with(lines.get(7), ImportColumns.VIN, "OIQ"));
        lines.set(8, with(lines.get(8), "yearOfManufacture", "2060"));
        lines.set(9, with(lines.get(9), "colour", "RED\u0000"));
        Path file = directory.resolve("broken.csv");
        Files.write(file, lines);

        assertThat(imported(file)).isEqualTo(new Counts(10, 4, 0, 6));
        List<String> rejects = rejects(file);
        assertThat(rejects.getFirst()).isEqualTo("line,code,reason," + String.join(",", ImportColumns.ALL));
        assertThat(rejects.stream().skip(1).map(line -> line.split(",")[0]))
                .containsExactly("3", "5", "6", "8", "9", "10");
        assertThat(rejects.get(1)).endsWith(lines.get(2));
        assertThat(rejects.get(2)).startsWith("5,COLUMNS,").endsWith("only,three,columns");
    }

    @Test
    void a_mended_rejects_file_can_be_imported() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(fleet(2, 14)));
        String good = lines.get(1);
        lines.set(1, with(good, "engineCapacity", "0"));
        Path file = directory.resolve("to-mend.csv");
        Files.write(file, lines);
        assertThat(imported(file)).isEqualTo(new Counts(2, 1, 0, 1));

        Path mended = directory.resolve("mended.csv");
        List<String> rejects = rejects(file);
        Files.write(mended, List.of(rejects.getFirst(), rejects.get(1).replace(lines.get(1), good)));
        assertThat(imported(mended)).isEqualTo(new Counts(1, 1, 0, 0));
    }

    @Test
    void of_two_rows_with_one_vin_the_first_in_the_file_wins() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(fleet(40, 15)));
        String first = lines.get(1);
        lines.set(40, with(lines.get(40), ImportColumns.VIN, column(first, ImportColumns.VIN)));
        Path file = directory.resolve("twice.csv");
        Files.write(file, lines);

        assertThat(imported(file)).isEqualTo(new Counts(40, 39, 0, 1));
        assertThat(rejects(file).get(1)).startsWith("41,VIN_ALREADY_REGISTERED,");
        assertThat(enquire(column(first, ImportColumns.MARK))).isEqualTo(200);
    }

    @Test
    void a_file_that_is_not_there_or_has_a_broken_header_is_wrong_use() throws IOException {
        Path headless = Files.writeString(directory.resolve("headless.csv"), "a,b,c\n1,2,3\n");

        assertThat(run("import", directory.resolve("nowhere.csv").toString()).exitCode())
                .isEqualTo(2);
        Ran broken = run("import", headless.toString());
        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.err().lines()).hasSize(1);
    }

    @Test
    void the_tour_is_walked_to_its_end() {
        Ran tour = run("tour");

        assertThat(tour.err()).isEmpty();
        assertThat(tour.exitCode()).isZero();
        assertThat(tour.out()).contains("/v1/retentions", "/v1/assignments", "/v1/mark-history", "all as expected");
    }

    @Test
    void a_second_demo_on_the_same_data_is_refused_and_so_is_one_on_the_same_ports() throws IOException {
        Demo sameData = new Demo(options(data(), freePorts()));
        Demo samePorts = new Demo(options(directory.resolve("elsewhere"), ports));

        assertThatThrownBy(sameData::start)
                .isInstanceOfSatisfying(
                        Stopped.class, stopped -> assertThat(stopped.exitCode()).isEqualTo(3))
                .hasMessageContaining("Another demo is running");
        assertThatThrownBy(samePorts::start)
                .isInstanceOf(Stopped.class)
                .hasMessageContaining("Port " + ports.command());
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void a_restart_keeps_the_data_and_the_tokens() throws IOException {
        String mark =
                SampleVehicles.toTry(data().resolve("sample.csv")).getFirst().mark();
        String token = run("token", "auditor").out().strip();
        long position = logPosition();
        demo.close();
        demo = new Demo(options(data(), ports));
        demo.start();

        assertThat(logPosition()).as("nothing is loaded twice").isEqualTo(position);
        assertThat(enquire(mark)).isEqualTo(200);
        assertThat(history(token).status()).isEqualTo(200);
    }

    private record Counts(long rows, long loaded, long unchanged, long rejected) {}

    private static Counts imported(Path file) {
        Ran ran = run("import", file.toString(), "--json");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        JsonNode counts = JsonMapper.shared().readTree(ran.out());
        assertThat(counts.path("seconds").isNumber()).isTrue();
        return new Counts(
                counts.path("rows").asLong(),
                counts.path("loaded").asLong(),
                counts.path("unchanged").asLong(),
                counts.path("rejected").asLong());
    }

    private static Ran run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--port", Integer.toString(ports.portal())));
        return Ran.command(all.toArray(String[]::new));
    }

    private static Path fleet(int vehicles, int seed) {
        Path file = directory.resolve("fleet-" + seed + ".csv");
        Ran ran = Ran.command("fleet", "--vehicles", "" + vehicles, "--seed", "" + seed, "--out", file.toString());
        assertThat(ran.exitCode()).isZero();
        return file;
    }

    private static List<String> rejects(Path file) throws IOException {
        return Files.readAllLines(file.resolveSibling(file.getFileName() + ".rejected.csv"));
    }

    /// The fleet quotes nothing, so its columns are what stands between the commas.
    private static String with(String line, String column, String value) {
        String[] columns = line.split(",", -1);
        columns[ImportColumns.ALL.indexOf(column)] = value;
        return String.join(",", columns);
    }

    private static String column(String line, String column) {
        return line.split(",", -1)[ImportColumns.ALL.indexOf(column)];
    }

    private static int enquire(String mark) {
        Call call = Call.post(ports.queryAddress() + "/vehicle-enquiry/v1/vehicles", Map.of("registrationNumber", mark))
                .with("x-api-key", "demo-ves-key");
        return http.demand(call, "the query service").status();
    }

    private static Answer history(String token) {
        String mark =
                SampleVehicles.toTry(data().resolve("sample.csv")).getLast().mark();
        return http.demand(
                Call.post(ports.queryAddress() + "/v1/vehicle-history", Map.of("registrationMark", mark))
                        .as(token),
                "the query service");
    }

    private static long logPosition() {
        return http.demand(Call.get(ports.queryAddress() + "/v1/log/position"), "the query service")
                .body()
                .path("log")
                .asLong();
    }

    private static Path data() {
        return directory.resolve("data");
    }

    private static DemoOptions options(Path data, Ports ports) {
        return new DemoOptions(data, SAMPLE, null, ports);
    }

    private static Ports freePorts() throws IOException {
        for (int port = 21_000; port < 32_000; port += 10) {
            if (isFree(port + 1) && isFree(port + 2) && isFree(port + 3)) {
                return new Ports(port);
            }
        }
        throw new IOException("no free ports");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
