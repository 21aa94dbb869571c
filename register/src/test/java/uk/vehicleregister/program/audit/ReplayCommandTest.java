package uk.vehicleregister.program.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.vehicleregister.program.Ports;
import uk.vehicleregister.program.Ran;
import uk.vehicleregister.program.demo.Demo;
import uk.vehicleregister.program.demo.DemoOptions;
import uk.vehicleregister.program.postgres.RegisterDatabase;
import uk.vehicleregister.query.seal.SealingKeys;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.note.VerifierKey;

/// The command beside a running demo, as an auditor runs it.
class ReplayCommandTest {

    @TempDir
    static Path directory;

    private static Demo demo;

    @BeforeAll
    static void start() throws Exception {
        demo = new Demo(new DemoOptions(directory.resolve("data"), 20, null, freePorts()));
        demo.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> ask("""
                        select (select max(position) from log.event) = (select min(position) from read.projection_token)
                           and (select count(*) from log.event) = (select coalesce(max(size), 0) from log.checkpoint)""").equals("t"));
    }

    @AfterAll
    static void end() {
        demo.close();
    }

    @Test
    void untouched_rows_are_identical_and_the_report_is_signed_and_always_the_same() throws IOException {
        Ran first = replay("--out", directory.resolve("first").toString());
        Ran second = replay("--out", directory.resolve("second").toString());

        assertThat(first.exitCode()).as(first.err() + first.out()).isZero();
        assertThat(first.out())
                .contains("\nverdict identical\n", "\nagainst the live rows\n", "vehicle_enquiry rows 20 ");
        assertThat(second.out()).isEqualTo(first.out());
        byte[] report = Files.readAllBytes(directory.resolve("first/report"));
        assertThat(directory.resolve("second/report")).hasBinaryContent(report);
        SignedNote note = SignedNote.parse(report);
        VerifierKey key = VerifierKey.parse(
                SealingKeys.read(directory.resolve("auditor.key")).published().strip());
        assertThat(note.verifiedBy(List.of(key))).containsExactly(key);
        assertThat(first.err()).contains(key.toString());
        assertThat(new String(report, UTF_8))
                .contains(
                        "log vehicle-register.local/log\n", "\nsealed " + events() + "\n", "events " + events() + "\n");
    }

    @Test
    void an_edited_row_is_told_by_key_and_column_with_code_1() throws Exception {
        String vehicle = ask("select vehicle_id from read.vehicle_enquiry order by 1 limit 1");
        String make = ask("select make from read.vehicle_enquiry where vehicle_id = '" + vehicle + "'");
        order("update read.vehicle_enquiry set make = E'OTHER\\tMAKE\\x01' where vehicle_id = '" + vehicle + "'");
        try {
            Ran ran = replay("--projection", "vehicle-enquiry");

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.out())
                    .contains(
                            "changed vehicle_enquiry vehicle_id=" + vehicle
                                    + ": make \"OTHER\\tMAKE?\", the log gives \"" + make + "\"\n",
                            "\nverdict differs in 1 row\n");
            assertThat(replay("--projection", "vehicle-enquiry", "--json").out())
                    .startsWith("{\"verdict\":\"differs in 1 row\",\"differences\":1,");
        } finally {
            order("update read.vehicle_enquiry set make = '" + make + "' where vehicle_id = '" + vehicle + "'");
        }
    }

    @Test
    void rows_of_an_earlier_replay_are_compared_with_at_their_position() throws IOException {
        Path rows = directory.resolve("rows");
        Ran written = replay("--to-position", "10", "--out", rows.toString());
        assertThat(written.exitCode()).isZero();
        assertThat(written.out()).contains("\nverdict not compared\n", "\nagainst nothing\n");
        assertThat(written.err()).contains("so they were not compared");

        Ran compared = replay("--against", rows.toString());

        assertThat(compared.exitCode()).as(compared.err()).isZero();
        assertThat(compared.out()).contains("\nverdict identical\n", "\nagainst the rows of another replay\n");
        assertThat(replay("--to-position", "10", "--against", "live").exitCode())
                .isEqualTo(2);

        Files.writeString(rows.resolve("vehicle_enquiry.rows"), "not\ta row\n", StandardOpenOption.APPEND);
        Ran broken = replay("--against", rows.toString(), "--projection", "vehicle-enquiry");
        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.err()).contains(" has 2 columns instead of ", "vehicle_enquiry.rows");
    }

    @Test
    void a_log_that_does_not_lead_to_the_checkpoint_kept_is_refused() throws IOException {
        Path kept = directory.resolve("kept");
        MadeLog other = MadeLog.of(3);
        Kept.write(kept, other.key.verifier(), other.note);

        Path out = directory.resolve("refused");

        Ran ran = replay("--kept", kept.toString(), "--out", out.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).startsWith("refused: the first 3 events are not those that were sealed");
        assertThat(directory).isDirectoryNotContaining("glob:**refused*");
    }

    @Test
    void the_auditors_login_reads_and_changes_nothing() throws Exception {
        RegisterDatabase.Reachable database = RegisterDatabase.reachable(directory.resolve("data"));
        try (Connection auditor = DriverManager.getConnection(
                        database.url(),
                        database.auditor().user(),
                        database.auditor().password());
                Statement statement = auditor.createStatement()) {
            for (String forbidden : List.of(
                    "update read.vehicle_enquiry set make = 'X'",
                    "delete from read.letter",
                    "drop table read.letter",
                    "create table read.mine (x int)",
                    "insert into log.checkpoint select * from log.checkpoint",
                    "select * from log.data_key",
                    "select * from read.api_key",
                    "select * from read.mail_outbox",
                    "select * from log.intermediate_key"))
                assertThatThrownBy(() -> statement.execute(forbidden))
                        .as(forbidden)
                        .isInstanceOf(SQLException.class)
                        .extracting(e -> ((SQLException) e).getSQLState())
                        .isEqualTo("42501");
        }
    }

    @Test
    void a_key_service_that_does_not_sign_is_code_3_and_leaves_nothing() throws IOException {
        Path key = directory.resolve("away.key");
        Path token = Files.writeString(directory.resolve("away.key.token"), "s.token");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        SealingKeys.addKeyService(key, "auditor.example", URI.create("http://127.0.0.1:1/sign"), 1, new byte[32]);
        Path rows = directory.resolve("unsigned");

        Ran ran = replay("--projection", "vehicle-enquiry", "--sign", key.toString(), "--out", rows.toString());

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err()).contains("The report cannot be signed", "key service gave no signature");
        assertThat(rows).doesNotExist();
    }

    @Test
    void nobody_there_is_code_3_and_wrong_use_is_code_2() throws IOException {
        Path key = directory.resolve("auditor.key");
        assertThat(Ran.command("replay", "--data", directory.resolve("nothing").toString(), "--sign", key.toString())
                        .exitCode())
                .isEqualTo(3);
        Path gone = Files.createDirectories(directory.resolve("gone/postgresql"));
        Files.writeString(gone.resolve("port"), "1");
        Files.writeString(
                Files.createDirectories(directory.resolve("gone/secrets")).resolve("auditor.password"), "x");
        assertThat(Ran.command("replay", "--data", directory.resolve("gone").toString(), "--sign", key.toString())
                        .exitCode())
                .isEqualTo(3);
        Path readable =
                Files.writeString(directory.resolve("readable.key"), Files.exists(key) ? Files.readString(key) : "x");
        List<List<String>> wrong = List.of(
                List.of("--to-position", "1", "--to-time", "2026-01-01T00:00:00Z"),
                List.of("--to-time", "yesterday"),
                List.of("--to-position", "1000000"),
                List.of("--projection", "gossip"),
                List.of("--against", directory.resolve("nothing").toString()),
                List.of("--out", directory.toString()),
                List.of("--show", "-1"),
                List.of("--database", "http://here"),
                List.of("--sign", readable.toString()));
        for (List<String> options : wrong)
            assertThat(replay(options.toArray(String[]::new)).exitCode())
                    .as(String.join(" ", options))
                    .isEqualTo(2);
    }

    private static Ran replay(String... options) {
        List<String> words = new ArrayList<>(
                List.of("replay", "--data", directory.resolve("data").toString()));
        List<String> given = List.of(options);
        if (!given.contains("--sign"))
            words.addAll(List.of("--sign", directory.resolve("auditor.key").toString()));
        if (!given.contains("--kept"))
            words.addAll(List.of("--kept", directory.resolve("none").toString()));
        words.addAll(given);
        return Ran.command(words.toArray(String[]::new));
    }

    private static String events() {
        try {
            return ask("select count(*) from log.event");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ask(String question) throws Exception {
        try (Connection connection = queryService();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static void order(String order) throws Exception {
        try (Connection connection = queryService();
                Statement statement = connection.createStatement()) {
            statement.execute(order);
        }
    }

    /// Who owns the read models, and so could edit them behind the program's back.
    private static Connection queryService() throws Exception {
        Path data = directory.resolve("data");
        Properties secrets = new Properties();
        secrets.load(new StringReader(Files.readString(data.resolve("secrets/database.properties"))));
        return DriverManager.getConnection(
                RegisterDatabase.reachable(data).url(), "register_query_login", secrets.getProperty("query"));
    }

    private static Ports freePorts() throws IOException {
        for (int port = 41_000; port < 45_000; port += 10)
            if (isFree(port + 1) && isFree(port + 2) && isFree(port + 3)) return new Ports(port);
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
