package uk.vehicleregister.program.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.program.Ran;

/// Somebody nobody else is called like lives through everything the register does with people, is erased, and is
/// then looked for in all that it wrote and in all that it answers.
class CanaryTest {

    private static final Map<String, Object> CANARY = Map.of(
            "type", "PERSON",
            "title", "Dr",
            "firstNames", "Canarina Petrel",
            "lastName", "Zephyrquill",
            "dateOfBirth", "1931-02-03",
            "email", "canarina@cage.example",
            "address", address("77 Perchwood Lane"));
    private static final Map<String, Object> OWEN = Map.of(
            "type", "PERSON",
            "title", "Mr",
            "firstNames", "Owen",
            "lastName", "Wrenhaven",
            "email", "owen@nest.example",
            "address", address("9 Harbour View"));
    private static final Map<String, Object> BUSINESS = Map.of(
            "name", "Budgerigar Brokers",
            "contact", "Canarina Zephyrquill",
            "email", "brokers@cage.example",
            "address", address("5 Millet Row"));
    private static final List<String> PERSONAL =
            List.of("Canarina", "Zephyrquill", "1931-02-03", "cage.example", "Perchwood", "Budgerigar", "Millet Row");

    @TempDir
    static Path directory;

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws IOException {
        System.setProperty("register.applications.forget-after", "0s");
        demo = RunningDemo.start(directory.resolve("data"));
    }

    @AfterAll
    static void end() {
        demo.close();
        System.clearProperty("register.applications.forget-after");
    }

    @Test
    void nothing_of_the_erased_is_left_in_anything_written_or_answered() throws Exception {
        String vehicle = demo.command(
                        Role.REGISTRAR,
                        "vehicles",
                        "vin",
                        "SAXLFS00000000931",
                        "make",
                        "SKODA",
                        "model",
                        "FABIA",
                        "colour",
                        "BLUE",
                        "fuelType",
                        "PETROL",
                        "yearOfManufacture",
                        2016,
                        "dateOfFirstRegistration",
                        "2016-03-15",
                        "typeApproval",
                        "M1",
                        "keeper",
                        CANARY)
                .path("vehicleId")
                .asString();
        String certificate = markTakenOff(vehicle);
        String refused = reviewedAndRefused(vehicle);
        String batch = soldByBatch(vehicle);
        demo.command(
                Role.CITIZEN,
                "entitlement-surrenders",
                "registrationMark",
                certificate.substring(certificate.lastIndexOf('-') + 1),
                "certificateNumber",
                certificate);

        Needles needles = Needles.of(PERSONAL);
        Path mails = demo.data().resolve("mail");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(needles.under(mails, _ -> true))
                        .as("letters to the canary, which the search finds")
                        .hasSizeGreaterThanOrEqualTo(2));
        long v5c = demo.positionOf(vehicle, "V5CIssued");
        assertThat(demo.paper(v5c)).isEqualTo(200);

        String mark = certificate.substring(certificate.lastIndexOf('-') + 1);
        String end = sql("select max(position) from log.event");
        String before = hashed(end);
        erase(vehicle, demo.positionOf(vehicle, "VehicleRegistered"), "KEEPER");
        erase(vehicle, demo.positionOf(vehicle, "MarkRetained"), "ACTING_BUSINESS");
        eraseHolder(mark);

        assertThat(demo.paper(v5c)).as("a paper of the erased").isEqualTo(410);
        assertThat(demo.ask(Role.REGISTRAR, "/v1/documents/search", Map.of("vehicleId", vehicle))
                        .at("/0/erased")
                        .asBoolean())
                .isTrue();
        for (JsonNode answer : everyAnswer(vehicle, mark, batch, refused))
            assertThat(needles.in(answer.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .as(answer.toString())
                    .isEmpty();

        Path taken = takenAlong();
        assertThat(needles.under(taken, _ -> true)).isEmpty();
        assertThat(Needles.of(List.of(mark)).under(taken, _ -> true))
                .as("what auditors take along can be searched")
                .anyMatch(file -> file.startsWith("log.zip:"))
                .anyMatch(file -> file.startsWith("rows/"))
                .hasSizeGreaterThan(3);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(needles.under(mails, _ -> true)).isEmpty());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(applicationKeys()).isZero());
        settle();
        assertThat(hashed(end)).as("what proofs and checkpoints are over").isEqualTo(before);
        assertThat(needles.under(demo.data(), file -> !file.startsWith(programs())))
                .isEmpty();
        assertThat(Needles.of(List.of("Wrenhaven", "Harbour View"))
                        .under(demo.data(), file -> !file.startsWith(programs())))
                .as("nor is anybody else in clear, but in what is sent to them")
                .allMatch(file -> file.startsWith("mail/"));
        assertThat(demo.paper(demo.lastPositionOf(vehicle, "V5CIssued")))
                .as("the other keeper's paper")
                .isEqualTo(200);

        plant(demo.data());
        assertThat(needles.under(demo.data(), file -> !file.startsWith(programs())))
                .as("the search finds what is there")
                .containsExactly("postgresql/data/base/planted: " + Set.of("Zephyrquill"));
    }

    private String markTakenOff(String vehicle) {
        return demo.command(
                        Role.CITIZEN,
                        "retentions",
                        "registrationMark",
                        demo.mark(vehicle),
                        "documentReference",
                        demo.reference(vehicle),
                        "keeperPostcode",
                        "SA1 5BG",
                        "actingAs",
                        "BUSINESS",
                        "business",
                        BUSINESS,
                        "keeperEmail",
                        "canarina@cage.example",
                        "payment",
                        Map.of("token", "tok_authorised"))
                .path("certificateNumber")
                .asString();
    }

    /// An application that names people, and comes to nothing. Answers the case.
    private String reviewedAndRefused(String vehicle) {
        String mark = demo.mark(vehicle);
        demo.command(
                Role.REGISTRAR,
                "markers",
                "registrationMark",
                mark,
                "marker",
                "DIRECT_TO_PAPER",
                "state",
                "SET",
                "reason",
                "case 17");
        demo.command(
                Role.CITIZEN,
                "retentions",
                "registrationMark",
                mark,
                "documentReference",
                demo.reference(vehicle),
                "keeperPostcode",
                "SA1 5BG",
                "actingAs",
                "BUSINESS",
                "business",
                BUSINESS,
                "payment",
                Map.of("token", "tok_authorised"));
        String open = demo.ask(Role.REGISTRAR, "/v1/cases/search", Map.of())
                .at("/0/caseId")
                .asString();
        demo.command(Role.REGISTRAR, "case-decisions", "caseId", open, "decision", "REFUSE", "reason", "case 17");
        demo.command(
                Role.REGISTRAR,
                "markers",
                "registrationMark",
                mark,
                "marker",
                "DIRECT_TO_PAPER",
                "state",
                "LIFTED",
                "reason",
                "case 17");
        return open;
    }

    private String soldByBatch(String vehicle) {
        Map<String, Object> trader = Map.of("name", "Wrenhaven Motors", "address", address("9 Harbour View"));
        Map<String, Object> sale = Map.of(
                "registrationMark",
                demo.mark(vehicle),
                "documentReference",
                demo.reference(vehicle),
                "trader",
                trader,
                "dateOfSale",
                demo.today(),
                "keeperConsent",
                true,
                "rightsToMarkConsent",
                true,
                "sellerEmail",
                "canarina@cage.example");
        String batch = demo.command(
                        Role.DEALER, "batches", "items", List.of(Map.of("command", "disposals", "body", sale)))
                .path("batchId")
                .asString();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(demo.eventsOf(vehicle).toString())
                        .as(demo.ask(Role.DEALER, "/v1/batches/" + batch, null).toString())
                        .contains("DisposedToTrade"));
        demo.command(
                Role.DEALER,
                "acquisitions",
                "registrationMark",
                demo.mark(vehicle),
                "documentReference",
                demo.reference(vehicle),
                "trader",
                trader,
                "newKeeper",
                OWEN,
                "dateOfSale",
                demo.today(),
                "keeperConsent",
                true,
                "taxOrSorn",
                "NEITHER");
        return batch;
    }

    private void erase(String vehicle, long position, String role) {
        demo.command(
                Role.REGISTRAR,
                "erasures",
                "vehicleId",
                vehicle,
                "person",
                Map.of("position", position, "role", role),
                "reason",
                "PERSON_ASKED",
                "legalBasis",
                "OBJECTION_UPHELD",
                "noExemptionApplies",
                true);
    }

    private void eraseHolder(String mark) throws SQLException {
        demo.command(
                Role.REGISTRAR,
                "erasures",
                "registrationMark",
                mark,
                "person",
                Map.of(
                        "position",
                        Long.parseLong(sql("select max(position) from log.event where type = 'EntitlementGranted'")),
                        "role",
                        "GRANTEE"),
                "reason",
                "PERSON_ASKED",
                "legalBasis",
                "OBJECTION_UPHELD",
                "noExemptionApplies",
                true);
    }

    /// By auditors, after the erasure: the archive, its readable views, and the rows of all read models.
    private static Path takenAlong() throws IOException {
        Path taken = Files.createDirectories(directory.resolve("taken"));
        Ran export = Ran.command(
                "export",
                "--views",
                "--port",
                demo.port(),
                "--out",
                taken.resolve("log.zip").toString());
        assertThat(export.exitCode()).as(export.err()).isZero();
        Ran replay = Ran.command(
                "replay",
                "--data",
                demo.data().toString(),
                "--out",
                taken.resolve("rows").toString(),
                "--kept",
                directory.resolve("kept").toString(),
                "--sign",
                directory.resolve("auditor.key").toString());
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        return taken;
    }

    private static List<JsonNode> everyAnswer(String vehicle, String mark, String batch, String caseId) {
        return List.of(
                demo.ask(Role.AUDITOR, "/v1/vehicle-history", Map.of("vehicleId", vehicle)),
                demo.ask(Role.AUDITOR, "/v1/mark-history", Map.of("registrationMark", mark)),
                demo.ask(Role.AUDITOR, "/v1/keeper-history", Map.of("vehicleId", vehicle, "proof", true)),
                demo.ask(Role.AUDITOR, "/v1/audit-trail/search", Map.of("vehicleId", vehicle)),
                demo.ask(Role.AUDITOR, "/v1/attempts/search", Map.of()),
                demo.ask(Role.AUDITOR, "/v1/attacked-marks/search", Map.of("since", "2020-01-01T00:00:00Z")),
                demo.ask(Role.REGISTRAR, "/v1/documents/search", Map.of("vehicleId", vehicle)),
                demo.ask(Role.REGISTRAR, "/v1/letters/search", Map.of("vehicleId", vehicle)),
                demo.ask(Role.REGISTRAR, "/v1/outbox/search", Map.of()),
                demo.ask(Role.REGISTRAR, "/v1/cases/search", Map.of("state", "REFUSED")),
                demo.ask(Role.DEALER, "/v1/batches/" + batch, null),
                demo.ask(Role.DEALER, "/v1/stock/search", Map.of()),
                demo.ask(Role.OPERATOR, "/v1/projection-rebuilds", null),
                demo.ask(Role.AUDITOR, "/v1/log/position", null),
                demo.enquiry(demo.mark(vehicle)));
    }

    /// Keys of the applications as they were sent that still open.
    private static long applicationKeys() throws SQLException {
        return Long.parseLong(sql("""
                select count(*) from log.data_key where wrapped is not null and key_id in (
                  select encode(decode(rpad(translate(left(text, 22), '-_', '+/'), 24, '='), 'base64'), 'hex')::uuid
                    from (select coalesce(payload ->> 'request', payload ->> 'items') as text from log.event
                           where type in ('CaseOpened', 'BatchRowsReceived')) as sealed)"""));
    }

    /// Everything is written where it stays, and what nobody can see any more is swept away.
    private static void settle() throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum full");
            statement.execute("checkpoint");
        }
    }

    private static String hashed(String end) throws SQLException {
        return sql("""
                select md5(string_agg(concat_ws('|', position, event_id, stream, version, type, revision, recorded_at,
                       payload::text, metadata::text), chr(10) order by position))
                  from log.event where position <= """ + " " + end);
    }

    private static String sql(String query) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection superuser() throws SQLException {
        Properties secrets = new Properties();
        try (var reader = Files.newBufferedReader(demo.data().resolve("secrets/database.properties"))) {
            secrets.load(reader);
            String port = Files.readAllLines(demo.data().resolve("postgresql/data/postmaster.pid"))
                    .get(3);
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port.strip() + "/register",
                    "postgres",
                    secrets.getProperty("superuser"));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private static void plant(Path data) throws IOException {
        Files.writeString(data.resolve("postgresql/data/base/planted"), "xWmVwaHlycXVpbGw=".substring(1));
    }

    /// The server's own programs, unpacked from the archive.
    private static Path programs() {
        return demo.data().resolve("postgresql/postgresql-18.6.0");
    }

    private static Map<String, Object> address(String line) {
        return Map.of("lines", List.of(line), "postTown", "Swansea", "postcode", "SA1 5BG");
    }
}
