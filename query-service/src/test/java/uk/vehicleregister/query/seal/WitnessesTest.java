package uk.vehicleregister.query.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.note.CheckpointFile;
import uk.vehicleregister.transparencylog.note.CheckpointPolicy;
import uk.vehicleregister.transparencylog.note.SignatureType;
import uk.vehicleregister.transparencylog.note.SigningKey;
import uk.vehicleregister.transparencylog.note.Witness;
import uk.vehicleregister.transparencylog.note.WitnessAnswer;

/// The sealer and a witness over HTTP.
class WitnessesTest {

    private static final String ORIGIN = "register.example/log";

    @TempDir
    Path folder;

    private final SigningKey key = SigningKey.generate(ORIGIN, SignatureType.ED25519, new SecureRandom());
    private final SigningKey witnessKey =
            SigningKey.generate("witness.example", SignatureType.COSIGNATURE, new SecureRandom());
    private final SealingKeys keys = new SealingKeys(List.of(key.author()), List.of(key.verifier()), List.of());
    private final SealedDatabase log = new SealedDatabase();
    private HttpServer server;
    private WitnessAddress witness;

    @BeforeEach
    void start() throws IOException {
        Witness answers = new Witness(
                Map.of(ORIGIN, List.of(key.verifier())),
                new CheckpointFile(folder.resolve("witness")),
                witnessKey.witness(InstantSource.system()));
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/add-checkpoint", exchange -> {
            WitnessAnswer answer = answers.answer(exchange.getRequestBody().readAllBytes());
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        witness = WitnessAddress.parse(address + " " + witnessKey.verifier()).getFirst();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        log.close();
    }

    @Test
    void checkpoints_carry_the_cosignature_also_after_a_restart() {
        SealStore store = log.store();
        for (int i = 1; i <= 3; i++) {
            log.append(i);
            log.sealer(keys, folder.resolve("signed"), witness).seal(store);
            assertThat(demandingPolicy()
                            .verify(log.sealed.latest().orElseThrow().note()))
                    .isNotNull();
        }
    }

    @Test
    @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
    void a_witness_whose_answer_never_ends_is_gone_on_without_and_hung_up_on() throws InterruptedException {
        EndlessAnswer endless = new EndlessAnswer();
        server.createContext("/endless", endless);
        WitnessAddress address = new WitnessAddress(witness.address().resolve("/endless"), witnessKey.verifier());
        log.append(2);
        log.sealer(keys, folder.resolve("signed"), address).seal(log.store());

        assertThat(log.sealed.latest().orElseThrow().size()).isEqualTo(2);
        assertThat(endless.isHungUpWithin(10)).isTrue();
    }

    @Test
    void a_witness_that_is_away_or_answers_nonsense_stops_nothing() {
        WitnessAddress away =
                new WitnessAddress(URI.create("http://127.0.0.1:1/add-checkpoint"), witnessKey.verifier());
        WitnessAddress nonsense = new WitnessAddress(witness.address().resolve("/elsewhere"), witnessKey.verifier());
        SigningKey other = SigningKey.generate("other.example", SignatureType.COSIGNATURE, new SecureRandom());
        WitnessAddress anothersKey = new WitnessAddress(witness.address(), other.verifier());
        log.append(2);
        log.sealer(keys, folder.resolve("signed"), away, nonsense, anothersKey).seal(log.store());

        assertThat(log.sealed.latest().orElseThrow().size()).isEqualTo(2);
        assertThat(log.sealed.latest().orElseThrow().note().signatures()).hasSize(1);
        log.append(1);
        log.sealer(keys, folder.resolve("signed"), witness).seal(log.store());
        assertThat(demandingPolicy().verify(log.sealed.latest().orElseThrow().note()))
                .isNotNull();
    }

    /// Somebody has the key, and no memory that stops them: they write a second history and sign it.
    @Test
    void a_forged_second_history_is_not_cosigned() {
        log.append(5);
        log.sealer(keys, folder.resolve("signed"), witness).seal(log.store());
        try (SealedDatabase forged = new SealedDatabase()) {
            for (int events : new int[] {5, 4}) {
                forged.append(events);
                forged.sealer(keys, folder.resolve("forged"), witness).seal(forged.store());
                assertThat(new CheckpointPolicy(ORIGIN, key.verifier())
                                .verify(forged.sealed.latest().orElseThrow().note()))
                        .as("signed it is")
                        .isNotNull();
                assertThatThrownBy(() -> demandingPolicy()
                                .verify(forged.sealed.latest().orElseThrow().note()))
                        .isInstanceOfSatisfying(
                                RefusedException.class,
                                refused -> assertThat(refused.reason())
                                        .isEqualTo(RefusedException.Reason.TOO_FEW_WITNESSES));
            }
            assertThatThrownBy(
                            () -> forged.sealer(keys, folder.resolve("signed")).seal(forged.store()))
                    .as("and the sealer that remembers refuses it too")
                    .isInstanceOf(SealRefusedException.class);
        }
    }

    @Test
    void witnesses_are_given_as_address_and_key() {
        String key1 = witnessKey.verifier().toString();
        assertThat(WitnessAddress.parse("")).isEmpty();
        assertThat(WitnessAddress.parse("https://a.example/w " + key1 + ", http://b.example/ " + key1))
                .extracting(address -> address.address().toString())
                .containsExactly("https://a.example/w/add-checkpoint", "http://b.example/add-checkpoint");
        for (String wrong : List.of("https://a.example", "https://a.example " + key.verifier()))
            assertThatThrownBy(() -> WitnessAddress.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
    }

    private CheckpointPolicy demandingPolicy() {
        return new CheckpointPolicy(ORIGIN, List.of(key.verifier()), List.of(witnessKey.verifier()), 1);
    }
}
