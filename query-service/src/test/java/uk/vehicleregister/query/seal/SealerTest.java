package uk.vehicleregister.query.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.transparencylog.leaf.LeafHasher;
import uk.vehicleregister.transparencylog.merkle.MerkleHasher;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.CheckpointFile;
import uk.vehicleregister.transparencylog.note.NoteSigner;
import uk.vehicleregister.transparencylog.note.SignatureType;
import uk.vehicleregister.transparencylog.note.SigningKey;
import uk.vehicleregister.transparencylog.tile.StoredTree;
import uk.vehicleregister.transparencylog.tile.Tile;
import uk.vehicleregister.transparencylog.tile.TileComparison;
import uk.vehicleregister.transparencylog.tile.TreeBuilder;

/// The sealer against a real PostgreSQL: what it signs, and that it goes on from there.
class SealerTest {

    private static final String ORIGIN = "register.example/log";

    @TempDir
    Path folder;

    private final SealedDatabase log = new SealedDatabase();
    private final SigningKey key = SigningKey.generate(ORIGIN, SignatureType.ED25519, new java.security.SecureRandom());
    private SealingKeys keys;

    @BeforeEach
    void keys() {
        keys = keysOf(key.author(), key);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void each_checkpoint_goes_on_from_the_one_before_also_after_a_restart() {
        SealStore store = log.store();
        Sealer sealer = sealer();
        Checkpoint before = new Checkpoint(ORIGIN, 0, MerkleHasher.EMPTY_ROOT);
        for (int events : new int[] {1, 3, 251, 1, 1, 300, 700, 2, 512}) {
            log.append(events);
            assertThat(sealer.seal(store)).isFalse();
            if (events < 3) sealer = sealer(); // as after a restart

            Published latest = log.sealed.latest().orElseThrow();
            Checkpoint now = keys.policy().verify(latest.note());
            assertThat(now.size()).isEqualTo(before.size() + events);
            log.sealed.tree(latest).consistencyProof(before.size()).verify(before.root(), now.root());
            assertThat(new CheckpointFile(memory()).read()).isEqualTo(now);
            before = now;
        }
        assertThat(log.database.rows("select count(*) from log.checkpoint")).containsExactly("9");
        assertIsTheTreeOfTheEvents(before);

        sealer.seal(store);
        assertThat(log.database.rows("select count(*) from log.checkpoint"))
                .as("nothing new")
                .containsExactly("9");
    }

    @Test
    void a_partial_tile_is_how_the_stored_one_begins() {
        log.append(300);
        sealer().seal(log.store());
        byte[] edge = log.sealed.read(new Tile(0, 1, 44));
        assertThat(edge).hasSize(44 * 32);
        assertThat(log.sealed.read(new Tile(0, 1, 7))).isEqualTo(Arrays.copyOf(edge, 7 * 32));
        assertThat(log.sealed.read(new Tile(0, 0, 255))).hasSize(255 * 32);
        assertThat(log.sealed.read(new Tile(0, 1, 45)))
                .as("beyond what was signed")
                .isNull();
        assertThat(log.sealed.read(new Tile(0, 1, 256))).isNull();
        assertThat(log.sealed.read(new Tile(1, 0, 1))).hasSize(32);
        assertThat(log.sealed.read(new Tile(0, 2, 1))).isNull();
    }

    @Test
    void there_is_one_sealer_at_a_time() {
        SealStore first = log.store();
        SealStore second = log.store();
        assertThat(first.isAlone()).isTrue();
        assertThat(second.isAlone()).isFalse();
        first.close();
        await().until(second::isAlone); // the server notices a little later
    }

    @Test
    void a_signature_is_remembered_before_it_leaves() {
        log.append(2);
        List<Long> remembered = new java.util.ArrayList<>();
        keys = keysOf(
                text -> {
                    remembered.add(new CheckpointFile(memory()).read().size());
                    return key.author().sign(text);
                },
                key);
        sealer().seal(log.store());
        assertThat(remembered).containsExactly(2L);
    }

    @Test
    void what_was_remembered_and_not_published_is_published_the_next_time() {
        log.append(2);
        keys = keysOf(
                text -> {
                    throw new IllegalStateException("the key service is away");
                },
                key);
        SealStore store = log.store();
        assertThatThrownBy(() -> sealer().seal(store)).hasMessageContaining("away");
        assertThat(log.sealed.latest()).isEmpty();

        keys = keysOf(key.author(), key);
        Sealer sealer = sealer();
        sealer.seal(store);
        assertThat(log.sealed.latest().orElseThrow().size()).isEqualTo(2);
        log.append(1);
        sealer.seal(store);
        assertThat(log.sealed.latest().orElseThrow().size()).isEqualTo(3);
    }

    @Test
    void another_instance_follows_and_takes_over() {
        SealStore store = log.store();
        log.append(2);
        sealer().seal(store);
        Path others = folder.resolve("other.signed");
        new CheckpointFile(others).write(log.sealed.latest().orElseThrow().checkpoint());
        log.append(5);
        sealer().seal(store);

        Sealer other = log.sealer(keys, others);
        other.follow(store);
        assertThat(new CheckpointFile(others).read().size()).isEqualTo(7);
        log.append(1);
        other.seal(store);
        assertThat(log.sealed.latest().orElseThrow().size()).isEqualTo(8);
    }

    @Test
    void keys_change_by_signing_with_both_for_a_while() throws Exception {
        SigningKey next = SigningKey.generate(ORIGIN, SignatureType.ED25519, new java.security.SecureRandom());
        SealStore store = log.store();
        sealWith(store, key.secret());
        sealWith(store, key.secret() + "\n" + next.secret());
        Published both = log.sealed.latest().orElseThrow();
        assertThat(both.note().verifiedBy(List.of(key.verifier(), next.verifier())))
                .hasSize(2);
        assertThat(both.keys()).isEqualTo(key.verifier() + "\n" + next.verifier() + "\n");
        sealWith(store, next.secret());
        assertThat(log.sealed.latest().orElseThrow().keys()).isEqualTo(next.verifier() + "\n");
        assertThatThrownBy(() -> sealWith(store, key.secret()))
                .as("nothing of what is published is signed by it")
                .isInstanceOf(SealRefusedException.class)
                .hasMessageContaining("NOT_SIGNED");
        sealWith(store, key.secret() + "\n" + next.verifier());
        assertThat(log.sealed.latest().orElseThrow().keys()).isEqualTo(key.verifier() + "\n");
    }

    @Test
    void a_key_is_added_beside_those_that_are_there_and_kept_from_others() throws Exception {
        Path file = folder.resolve("keys/log.key");
        SealingKeys.createIfAbsent(file, ORIGIN);
        String first = Files.readString(file);
        SealingKeys.createIfAbsent(file, ORIGIN);
        assertThat(Files.readString(file)).as("made once").isEqualTo(first);
        String added = SealingKeys.add(file).toString();
        assertThat(Files.readString(file)).startsWith(first);
        assertThat(SealingKeys.read(file).published().lines()).hasSize(2).endsWith(added);

        Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> SealingKeys.read(file)).hasMessageContaining("Others may read");
        assertThatThrownBy(() -> SealingKeys.read(folder.resolve("none"))).hasMessageContaining("no key to seal with");
    }

    private void sealWith(SealStore store, String file) throws Exception {
        Path path = folder.resolve("key");
        Files.deleteIfExists(path);
        SealingKeys.createIfAbsent(path, ORIGIN); // for its mode
        Files.writeString(path, file + "\n");
        keys = SealingKeys.read(path);
        log.append(1);
        sealer().seal(store);
    }

    private void assertIsTheTreeOfTheEvents(Checkpoint checkpoint) {
        TileComparison comparison = new TileComparison(log.sealed);
        TreeBuilder anew = new TreeBuilder(comparison);
        LeafHasher hasher = new LeafHasher();
        for (RecordedEvent event : log.reader().after(-1, 10_000)) anew.add(hasher.hash(SealedLog.leaf(event)));
        anew.writePartialTiles();
        assertThat(anew.size()).isEqualTo(checkpoint.size());
        assertThat(anew.root()).isEqualTo(checkpoint.root());
        assertThat(comparison.first()).isNull();
        assertThat(new StoredTree(log.sealed, checkpoint.size()).root()).isEqualTo(checkpoint.root());
    }

    private Sealer sealer() {
        return log.sealer(keys, memory());
    }

    private Path memory() {
        return folder.resolve("signed");
    }

    private static SealingKeys keysOf(NoteSigner signer, SigningKey key) {
        return new SealingKeys(List.of(signer), List.of(key.verifier()), List.of());
    }
}
