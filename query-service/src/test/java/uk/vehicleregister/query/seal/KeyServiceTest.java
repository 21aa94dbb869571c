package uk.vehicleregister.query.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.note.SignatureType;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.note.SigningKey;
import uk.vehicleregister.transparencylog.note.VerifierKey;

/// Keys that stay in a key service: one that speaks as the transit engine does stands in for it.
class KeyServiceTest {

    private static final String ORIGIN = "register.example/log";
    private static final String PATH = "/v1/transit/sign/register-log";
    private static final String TEXT = ORIGIN + "\n2\n" + "A".repeat(43) + "=\n";

    @TempDir
    Path folder;

    private final SigningKey inside = generated();
    private final List<JsonNode> asked = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private HttpServer service;
    private SigningKey signing = inside;
    private String answer = "";
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext(PATH, this::sign);
        service.start();
        secret("log.key.token", "s.first\n");
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    private void sign(HttpExchange exchange) throws IOException {
        JsonNode body =
                JsonMapper.builder().build().readTree(exchange.getRequestBody().readAllBytes());
        asked.add(body);
        tokens.add(exchange.getRequestHeaders().getFirst("X-Vault-Token"));
        String text = new String(Base64.getDecoder().decode(body.path("input").asString()), StandardCharsets.UTF_8);
        byte[] signature = signing.author().sign(text).bytes();
        String said = answer.isEmpty()
                ? "{\"data\":{\"signature\":\"vault:v7:" + Base64.getEncoder().encodeToString(signature) + "\"}}"
                : answer;
        exchange.sendResponseHeaders(status, said.length());
        exchange.getResponseBody().write(said.getBytes(StandardCharsets.US_ASCII));
        exchange.close();
    }

    @Test
    void a_key_that_never_left_the_service_signs_and_its_public_half_verifies() throws IOException {
        VerifierKey key = SealingKeys.addKeyService(file(), ORIGIN, address(), 7, publicHalf(inside));
        assertThat(key).isEqualTo(inside.verifier());
        assertThat(Files.readString(file())).doesNotContain("PRIVATE");

        SealingKeys keys = SealingKeys.read(file());
        SignedNote note = keys.sign(TEXT);
        assertThat(note.signatures()).hasSize(1);
        assertThat(inside.verifier().verifies(TEXT, note.signatures().getFirst()))
                .isTrue();
        assertThat(keys.published()).isEqualTo(inside.verifier() + "\n");
        assertThat(asked.getFirst().path("key_version").asInt()).isEqualTo(7);

        secret("log.key.token", "s.renewed");
        keys.sign(TEXT);
        assertThat(tokens).containsExactly("s.first", "s.renewed");
    }

    @Test
    void it_signs_beside_a_key_in_the_file_while_keys_are_changed() {
        SealingKeys.createIfAbsent(file(), ORIGIN);
        SealingKeys.addKeyService(file(), null, address(), 7, publicHalf(inside));
        assertThat(SealingKeys.read(file()).sign(TEXT).signatures()).hasSize(2);
    }

    @Test
    void what_is_signed_with_another_key_is_not_taken() {
        SealingKeys keys = throughService();
        signing = generated();
        assertThatThrownBy(() -> keys.sign(TEXT))
                .isInstanceOf(KeyServiceException.class)
                .hasMessageContaining("another key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "no JSON",
                "{\"data\":{\"signature\":\"\"}}",
                "{\"data\":{\"signature\":\"vault:v7:\"}}",
                "{\"data\":{\"signature\":\"vault:v8:AAAA\"}}",
                "{\"data\":{\"signature\":\"vault:v7:?\"}}"
            })
    void an_answer_that_is_no_signature_is_told_as_such(String said) {
        SealingKeys keys = throughService();
        answer = said;
        assertThatThrownBy(() -> keys.sign(TEXT))
                .isInstanceOf(KeyServiceException.class)
                .hasMessageContaining("no signature of version 7");
    }

    @Test
    void a_service_that_refuses_or_is_away_is_told_without_the_token() throws IOException {
        SealingKeys keys = throughService();
        status = 403;
        assertThatThrownBy(() -> keys.sign(TEXT))
                .isInstanceOf(KeyServiceException.class)
                .hasMessageContaining("403")
                .hasMessageNotContaining("s.first");
        secret("log.key.token", "s.first\ns.second");
        assertThatThrownBy(() -> keys.sign(TEXT))
                .isInstanceOf(KeyServiceException.class)
                .hasMessageContaining("no token")
                .hasMessageNotContaining("s.first");
        secret("log.key.token", "s.first");
        service.stop(0);
        assertThatThrownBy(() -> keys.sign(TEXT))
                .isInstanceOf(KeyServiceException.class)
                .hasMessageContaining("cannot be asked");
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_service_whose_answer_never_ends_is_hung_up_on() throws InterruptedException {
        EndlessAnswer endless = new EndlessAnswer();
        service.removeContext(PATH);
        service.createContext(PATH, endless);
        SealingKeys keys = throughService();

        assertThatThrownBy(() -> keys.sign(TEXT))
                .isInstanceOf(KeyServiceException.class)
                .hasMessageContaining("Timeout");
        assertThat(endless.isHungUpWithin(10)).isTrue();
    }

    @Test
    void the_sealer_waits_for_a_service_that_is_away_and_then_goes_on() {
        SealingKeys keys = throughService();
        try (SealedDatabase log = new SealedDatabase()) {
            log.append(2);
            SealStore store = log.store();
            Sealer sealer = log.sealer(keys, folder.resolve("log.key.signed"));
            status = 503;
            assertThatThrownBy(() -> sealer.seal(store)).isInstanceOf(KeyServiceException.class);
            assertThat(log.sealed.latest()).isEmpty();
            status = 200;
            log.append(1);
            sealer.seal(store);
            Published latest = log.sealed.latest().orElseThrow();
            assertThat(keys.policy().verify(latest.note()).size()).isEqualTo(3);
        }
    }

    @Test
    void the_token_goes_over_no_open_line_and_others_may_not_read_it() throws IOException {
        assertThatThrownBy(() -> SealingKeys.addKeyService(
                        file(), ORIGIN, URI.create("http://192.0.2.1:8200" + PATH), 7, publicHalf(inside)))
                .hasMessageContaining("https");
        assertThat(Files.exists(file())).isFalse();

        throughService();
        Path token = folder.resolve("log.key.token");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> SealingKeys.read(file())).hasMessageContaining("0600");
        Files.delete(token);
        assertThatThrownBy(() -> SealingKeys.read(file())).hasMessageContaining("no token");
    }

    @Test
    void a_line_or_key_that_is_wrong_is_told() throws IOException {
        secret("log.key", "KEY-SERVICE https://keys.example/v1/transit/sign/a " + inside.verifier() + "\n");
        assertThatThrownBy(() -> SealingKeys.read(file())).hasMessageContaining("its address, the key's version");
        secret("log.key", "KEY-SERVICE https://keys.example/v1/transit/sign/a 0 " + inside.verifier() + "\n");
        assertThatThrownBy(() -> SealingKeys.read(file())).hasMessageContaining("its address, the key's version");
        assertThatThrownBy(() ->
                        SealingKeys.addKeyService(folder.resolve("new.key"), ORIGIN, address(), 0, publicHalf(inside)))
                .hasMessageContaining("counted from 1");
        assertThatThrownBy(
                        () -> SealingKeys.addKeyService(folder.resolve("new.key"), ORIGIN, address(), 1, new byte[31]))
                .isInstanceOf(MalformedException.class);
    }

    private SealingKeys throughService() {
        SealingKeys.addKeyService(file(), ORIGIN, address(), 7, publicHalf(inside));
        return SealingKeys.read(file());
    }

    private Path file() {
        return folder.resolve("log.key");
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + service.getAddress().getPort() + PATH);
    }

    private void secret(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static SigningKey generated() {
        return SigningKey.generate(ORIGIN, SignatureType.ED25519, new SecureRandom());
    }

    /// As the service tells it: the 32 bytes after the type.
    private static byte[] publicHalf(SigningKey key) {
        byte[] typed = Base64.getDecoder().decode(key.verifier().toString().split("\\+", 3)[2]);
        return Arrays.copyOfRange(typed, 1, typed.length);
    }
}
