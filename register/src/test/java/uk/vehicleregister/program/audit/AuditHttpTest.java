package uk.vehicleregister.program.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import uk.vehicleregister.program.Ran;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.load.Progress;
import uk.vehicleregister.transparencylog.MalformedException;

/// A register played by a server of a few lines.
class AuditHttpTest {

    @TempDir
    private Path directory;

    private final MadeLog log = MadeLog.of(3000);
    private HttpServer server = null;
    private int eventsAnAnswer = Integer.MAX_VALUE;
    private boolean cutInALine;
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_running_register_is_verified_and_later_events_are_told_as_not_sealed() throws IOException {
        log.events.add(MadeLog.event(3000, true, new Random(1)));

        Verification.Outcome outcome = verify();

        assertThat(outcome.good()).isTrue();
        assertThat(outcome.verdict().goodUpTo()).isEqualTo(2999);
        assertThat(outcome.notSealed()).isEqualTo(1);
    }

    @Test
    void answers_that_end_early_are_gone_on_with() throws IOException {
        eventsAnAnswer = 700;
        assertThat(verify().good()).isTrue();
        cutInALine = true;
        assertThat(verify().good()).isTrue();
    }

    @Test
    void a_log_that_ends_before_its_signed_size_is_found_wrong() throws IOException {
        log.events.subList(2000, 3000).clear();

        assertThat(verify().verdict().wrong())
                .isEqualTo(Finding.at(2000, "event", "is missing: the log ends here, and 3000 are signed"));
    }

    @Test
    void a_partial_tile_that_has_become_full_stands_in() throws IOException {
        byte[] note = log.note;
        Map<String, byte[]> before = new HashMap<>(log.tiles);
        for (int i = 3000; i < 3400; i++) log.events.add(MadeLog.event(i, true, new Random(i)));
        log.seal().note = note;
        before.forEach(log.tiles::putIfAbsent);
        assertThat(log.tiles.remove("tile/0/011.p/184")).isNotNull();

        assertThat(verify().good()).isTrue();
    }

    @Test
    void an_export_is_good_and_complete() throws IOException {
        eventsAnAnswer = 700;
        Path file = directory.resolve("register.zip");
        try (RunningLog running = running()) {
            ArchiveWriter.write(running, running.checkpoint(), file, new Progress.None());
        }

        Ran ran = Ran.command(
                "verify", file.toString(), "--kept", directory.resolve("kept").toString(), "--json");
        assertThat(ran.out()).contains("\"good\":true,\"goodUpTo\":2999");
    }

    @Test
    void an_export_of_a_log_with_a_hole_is_refused() throws IOException {
        log.events.remove(1500);
        Path file = directory.resolve("register.zip");
        try (RunningLog running = running()) {
            assertThatThrownBy(() -> ArchiveWriter.write(running, running.checkpoint(), file, new Progress.None()))
                    .isInstanceOf(MalformedException.class)
                    .hasMessage("position 1500: is not the event that is due here");
        }
    }

    @Test
    void selected_events_come_whole_although_answers_end_early_and_what_is_asked_for_is_in_no_address()
            throws IOException {
        eventsAnAnswer = 3;
        Path file = directory.resolve("mark.zip");
        try (RunningLog running = running()) {
            Selection mark = Selection.mark("AB51CDE");
            SelectionWriter.Written written = SelectionWriter.write(
                    running, new SelectedEvents(running, mark), running.checkpoint(), mark, file, new Progress.None());
            assertThat(written.events()).isEqualTo(8);
        }

        assertThat(Ran.command(
                                "verify",
                                file.toString(),
                                "--kept",
                                directory.resolve("kept").toString())
                        .out())
                .startsWith("proven: 8 events, at positions 0, 400, 800, 1200, 1600, 2000, 2400, 2800")
                .contains("mark AB51CDE");
        assertThat(asked).hasSize(4).allMatch(body -> body.startsWith("{\"registrationMark\":\"AB51CDE\",\"from\":"));
    }

    @Test
    void the_vehicle_that_carries_a_mark_is_asked_for() throws IOException {
        try (RunningLog running = running()) {
            assertThat(SelectedEvents.carrierOf("AB51CDE", running)).isEqualTo("vehicle-of-the-mark");
        }
        assertThat(asked).containsExactly("{\"registrationMark\":\"AB51CDE\"}");
    }

    @Test
    void a_register_that_has_not_sealed_says_so() {
        log.note = new byte[0];

        assertThatThrownBy(this::verify).isInstanceOf(Stopped.class).hasMessageContaining("not sealed its log yet");
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void an_answer_that_stalls_is_given_up() {
        server.removeContext("/");
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(log.note, 0, 5);
            exchange.getResponseBody().flush(); // and nothing more, nor an end
        });
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        try (RunningLog running = new RunningLog(address, () -> "auditor", Duration.ofMillis(300))) {
            assertThatThrownBy(running::checkpoint)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("nothing more came for 300 ms");
            assertThatThrownBy(() -> running.events(10).next())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("nothing more came for 300 ms");
        }
    }

    @Test
    void nobody_there_is_code_3_and_wrong_use_is_code_2() throws IOException {
        Path file = Files.writeString(directory.resolve("some.zip"), "x");
        assertThat(Ran.command("verify", "--port", "1").exitCode()).isEqualTo(3);
        assertThat(Ran.command(
                                "export",
                                "--port",
                                "1",
                                "--out",
                                directory.resolve("a.zip").toString())
                        .exitCode())
                .isEqualTo(3);
        assertThat(directory.resolve("a.zip.part")).doesNotExist();
        for (String[] wrong : new String[][] {
            {"verify", "--port", "1", "--url", "http://127.0.0.1:1"},
            {"verify", "some.zip", "--port", "1"},
            {"verify", "--url", "ftp://x"},
            {"verify", "--key", "nonsense", "--port", "1"},
            {"verify", "--key", "a+b+c", "--port", "1"},
            {"export", "--port", "1"},
            {"export", "--port", "1", "--out", "x.zip", "--mark", "AB51CDE", "--from", "2026-01-01"},
            {"export", "--port", "1", "--out", "x.zip", "--mark", "A!"},
            {"export", "--port", "1", "--out", "x.zip", "--vehicle", "A!"},
            {"export", "--port", "1", "--out", "x.zip", "--from", "yesterday"},
            {"export", "--port", "1", "--out", "x.zip", "--from", "2026-01-02", "--to", "2026-01-02"},
            {"export", "--port", "1", "--out", file.toString()}
        }) assertThat(Ran.command(wrong).exitCode()).as(String.join(" ", wrong)).isEqualTo(2);
    }

    private Verification.Outcome verify() throws IOException {
        try (RunningLog running = running()) {
            return new Verification(running, null, directory.resolve("kept"), true).run();
        }
    }

    private RunningLog running() {
        return new RunningLog("http://127.0.0.1:" + server.getAddress().getPort(), () -> "auditor");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = switch (path) {
            case "/v1/log/checkpoint" -> log.note;
            case "/v1/log/key" -> log.key().getBytes(StandardCharsets.UTF_8);
            case "/v1/log/position" ->
                ("{\"log\":" + (log.events.size() - 1) + ",\"projections\":{}}").getBytes(StandardCharsets.UTF_8);
            case "/v1/log/events" -> events(exchange);
            case "/v1/log/selections" -> selected(exchange);
            case "/v1/vehicle-history" -> {
                asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                yield "{\"vehicleId\":\"vehicle-of-the-mark\",\"events\":[]}".getBytes(StandardCharsets.UTF_8);
            }
            default -> log.tiles.getOrDefault(path.replace("/v1/log/", ""), new byte[0]);
        };
        boolean there = body.length > 0 || path.equals("/v1/log/events") || path.equals("/v1/log/selections");
        exchange.sendResponseHeaders(there ? 200 : 404, there && body.length > 0 ? body.length : -1);
        try (OutputStream out = exchange.getResponseBody()) {
            if (there) out.write(body);
        }
    }

    /// Every four hundredth.
    private byte[] selected(HttpExchange exchange) throws IOException {
        assertThat(exchange.getRequestURI().getQuery()).isNull();
        assertThat(exchange.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer auditor");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(body);
        int from = Integer.parseInt(body.replaceAll(".*\"from\":([0-9]+).*", "$1"));
        StringBuilder lines = new StringBuilder();
        int told = 0;
        for (int i = (from + 399) / 400 * 400; i < log.events.size() && told++ < eventsAnAnswer; i += 400)
            lines.append(MadeLog.line(log.get(i))).append('\n');
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] events(HttpExchange exchange) {
        assertThat(exchange.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer auditor");
        String[] range =
                exchange.getRequestURI().getQuery().replaceAll("[a-zA-Z=]", "").split("&");
        int from = Integer.parseInt(range[0]);
        int to =
                (int) Math.min(Math.min(log.events.size(), Long.parseLong(range[1]) + 1), (long) from + eventsAnAnswer);
        StringBuilder lines = new StringBuilder();
        for (int i = from; i < to; i++) lines.append(MadeLog.line(log.get(i))).append('\n');
        if (cutInALine && lines.length() > 3000) lines.setLength(lines.length() - 20);
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
