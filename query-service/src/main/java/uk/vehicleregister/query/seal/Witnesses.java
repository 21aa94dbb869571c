package uk.vehicleregister.query.seal;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.note.AddCheckpoint;
import uk.vehicleregister.transparencylog.note.NoteSignature;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.tile.StoredTree;

/// Asks witnesses to cosign (C2SP tlog-witness), all at once. One that is away or says no is gone on without: whoever
/// reads the checkpoint sees who cosigned. For one thread.
final class Witnesses {

    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);
    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    /// One that did not answer is left alone for so long, so as not to hold up every checkpoint.
    private static final Duration REST = Duration.ofSeconds(30);
    private static final int CONFLICT = 409;
    private static final int MOST_BYTES = 65_536;

    private final List<WitnessAddress> addresses;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<WitnessAddress, Long> sizes = new HashMap<>();
    private final Map<WitnessAddress, Long> restsUntil = new HashMap<>();
    private volatile int cosigned;

    Witnesses(List<WitnessAddress> addresses) {
        this.addresses = List.copyOf(addresses);
    }

    int count() {
        return addresses.size();
    }

    /// How many cosigned the last checkpoint.
    int cosigned() {
        return cosigned;
    }

    /// The note with the cosignatures that were given.
    SignedNote cosign(SignedNote note, StoredTree tree) {
        List<NoteSignature> cosignatures = new ArrayList<>();
        List<WitnessAddress> elsewhere = ask(awake(), note, tree, cosignatures);
        ask(elsewhere, note, tree, cosignatures); // once more, from where they say they stand
        cosigned = cosignatures.size();
        return cosignatures.isEmpty() ? note : note.with(cosignatures);
    }

    private List<WitnessAddress> awake() {
        return addresses.stream()
                .filter(witness -> restsUntil.getOrDefault(witness, Long.MIN_VALUE) <= System.nanoTime())
                .toList();
    }

    /// Answers those that stand at another size than was thought.
    private List<WitnessAddress> ask(
            List<WitnessAddress> asked, SignedNote note, StoredTree tree, List<NoteSignature> cosignatures) {
        Map<WitnessAddress, CompletableFuture<HttpResponse<byte[]>>> answers = new HashMap<>();
        for (WitnessAddress witness : asked) {
            long size = sizes.getOrDefault(witness, 0L);
            AddCheckpoint body =
                    new AddCheckpoint(size, tree.consistencyProof(size).path(), note);
            HttpRequest request = HttpRequest.newBuilder(witness.address())
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.bytes()))
                    .build();
            answers.put(
                    witness,
                    http.sendAsync(
                            request,
                            HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES)));
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        List<WitnessAddress> elsewhere = new ArrayList<>();
        answers.forEach((witness, answer) -> {
            try {
                HttpResponse<byte[]> told = answer.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
                take(witness, told, note, tree.size(), cosignatures, elsewhere);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                answer.cancel(true);
            } catch (TimeoutException e) {
                answer.cancel(true); // or its connection would stay for as long as the answer goes on
                rest(witness, "did not answer in time");
            } catch (ExecutionException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                rest(witness, "did not answer (" + cause.getClass().getSimpleName() + ")");
            } catch (RuntimeException e) {
                rest(witness, "answered what cannot be read (" + e.getClass().getSimpleName() + ")");
            }
        });
        return elsewhere;
    }

    private void take(
            WitnessAddress witness,
            HttpResponse<byte[]> answer,
            SignedNote note,
            long size,
            List<NoteSignature> cosignatures,
            List<WitnessAddress> elsewhere) {
        if (answer.statusCode() == CONFLICT) {
            long stands = size(answer.body());
            if (stands <= size && stands != sizes.getOrDefault(witness, 0L)) {
                sizes.put(witness, stands);
                elsewhere.add(witness);
            } else {
                rest(
                        witness,
                        "stands at size " + stands + " of another history than this log's at size " + size
                                + ". Unless the witness errs, this log was put back or written anew: compare them before going on");
            }
            return;
        }
        if (answer.statusCode() != 200) {
            rest(witness, "said no, with status " + answer.statusCode());
            return;
        }
        List<NoteSignature> good = NoteSignature.parseAll(answer.body()).stream()
                .filter(signature ->
                        witness.key().isNamedBy(signature) && witness.key().verifies(note.text(), signature))
                .limit(1)
                .toList();
        if (good.isEmpty()) rest(witness, "answered without a cosignature by its key");
        cosignatures.addAll(good);
        sizes.put(witness, size);
    }

    private static long size(byte[] body) {
        String text = new String(body, java.nio.charset.StandardCharsets.US_ASCII).strip();
        if (!text.matches("[0-9]{1,18}")) throw new MalformedException("is not a size", "answer of a witness");
        return Long.parseLong(text);
    }

    private void rest(WitnessAddress witness, String why) {
        LOG.warn("Witness {} {}. It is asked again in {} s.", witness.key().name(), why, REST.toSeconds());
        restsUntil.put(witness, System.nanoTime() + REST.toNanos());
    }
}
