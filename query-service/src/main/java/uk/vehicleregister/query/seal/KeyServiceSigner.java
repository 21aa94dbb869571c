package uk.vehicleregister.query.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import uk.vehicleregister.transparencylog.note.NoteSignature;
import uk.vehicleregister.transparencylog.note.NoteSigner;
import uk.vehicleregister.transparencylog.note.SignatureType;
import uk.vehicleregister.transparencylog.note.VerifierKey;

/// Has a key service sign, over the HTTP API of the transit engine that OpenBao and Vault have: the private key never
/// leaves it. Only one version of the key is asked for, and what comes back must hold under the public half given here.
/// Throws [KeyServiceException] when there is no such signature.
final class KeyServiceSigner implements NoteSigner {

    static final String LINE = "KEY-SERVICE";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 65_536;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI address;
    private final int version;
    private final VerifierKey key;
    private final Path token;

    /// @param address of the key's signatures, as `https://keys.example:8200/v1/transit/sign/register-log`
    /// @param token the file of the service's token; read for each signature, so that it can be renewed there
    KeyServiceSigner(URI address, int version, VerifierKey key, Path token) {
        if (!"https".equals(address.getScheme()) && !isThisMachine(address))
            throw new IllegalStateException("A key service is asked over https only, unless it is on this machine");
        if (address.getHost() == null) throw new IllegalStateException("The address of a key service names no host");
        if (version < 1) throw new IllegalStateException("Versions of a key are counted from 1");
        if (key.type() != SignatureType.ED25519)
            throw new IllegalStateException("The key of the key service is not one to sign with");
        this.address = address;
        this.version = version;
        this.key = key;
        this.token = token;
    }

    /// Reads `KEY-SERVICE address version publickey`.
    static KeyServiceSigner parse(String line, Path token) {
        String[] words = line.split(" +");
        if (words.length != 4 || !words[2].matches("[1-9][0-9]{0,8}"))
            throw new IllegalStateException(
                    "A key service is given as: " + LINE + ", its address, the key's version and its public half");
        return new KeyServiceSigner(
                URI.create(words[1]), Integer.parseInt(words[2]), VerifierKey.parse(words[3]), token);
    }

    /// What [#parse] reads.
    String line() {
        return LINE + " " + address + " " + version + " " + key;
    }

    VerifierKey key() {
        return key;
    }

    @Override
    public NoteSignature sign(String text) {
        String input = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
        NoteSignature signature = new NoteSignature(
                key.name(), key.id(), signature(answer(Map.of("input", input, "key_version", version))));
        if (!key.verifies(text, signature))
            throw new KeyServiceException("it signs with another key than that of version " + version + ", " + key);
        return signature;
    }

    private byte[] answer(Map<String, Object> body) {
        try {
            String secret = Files.readString(token, UTF_8).strip();
            if (!secret.matches("[!-~]+")) throw new KeyServiceException("there is no token in its file");
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("X-Vault-Token", secret)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                    .build();
            HttpResponse<byte[]> answer =
                    inTime(http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES)));
            if (answer.statusCode() == 200) return answer.body();
            throw new KeyServiceException("it answers " + answer.statusCode());
        } catch (IOException | TimeoutException e) {
            throw new KeyServiceException("it cannot be asked (" + e.getClass().getSimpleName() + ")");
        } catch (ExecutionException e) {
            throw new KeyServiceException("it cannot be asked ("
                    + (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeyServiceException("interrupted");
        }
    }

    /// What is not there in time is given up with its connection.
    private static <T> T inTime(CompletableFuture<T> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            answer.cancel(true);
        }
    }

    /// From `{"data":{"signature":"vault:v1:base64"}}`.
    private byte[] signature(byte[] answer) {
        try {
            String text = JSON.readTree(answer).path("data").path("signature").asString("");
            String prefix = "vault:v" + version + ":";
            byte[] bytes = Base64.getDecoder().decode(text.startsWith(prefix) ? text.substring(prefix.length()) : "");
            if (bytes.length > 0) return bytes;
        } catch (JacksonException | IllegalArgumentException e) {
            // neither JSON nor base64: told below
        }
        throw new KeyServiceException("its answer is no signature of version " + version);
    }

    private static boolean isThisMachine(URI address) {
        try {
            return "http".equals(address.getScheme())
                    && InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
