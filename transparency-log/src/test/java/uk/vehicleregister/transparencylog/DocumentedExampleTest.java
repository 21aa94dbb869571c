package uk.vehicleregister.transparencylog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;
import uk.vehicleregister.transparencylog.leaf.LeafFormat;
import uk.vehicleregister.transparencylog.leaf.LeafHasher;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.CheckpointPolicy;
import uk.vehicleregister.transparencylog.note.FiledProof;
import uk.vehicleregister.transparencylog.note.VerifierKey;
import uk.vehicleregister.transparencylog.tile.MemoryTiles;
import uk.vehicleregister.transparencylog.tile.StoredTree;
import uk.vehicleregister.transparencylog.tile.TreeBuilder;

/// What docs/transparency-log.md shows is what the code does. Its figures were made by a program of a few lines
/// in another language.
class DocumentedExampleTest {

    private final String page = read();

    @Test
    void the_leaf_and_its_hash() {
        byte[] leaf = HexFormat.of().parseHex(block("leaf").strip());
        assertThat(LeafFormat.encode(event(2))).isEqualTo(leaf);
        assertThat(LeafFormat.decode(leaf)).isEqualTo(event(2));
        assertThat(new LeafHasher().hash(event(2)))
                .isEqualTo(Hash.of(HexFormat.of().parseHex(block("hash").strip())));
    }

    @Test
    void the_rows_of_the_table_are_the_bytes_of_the_leaf() {
        Matcher row = Pattern.compile("\\| (\\d+) \\| (\\d+) \\| .* \\| `([0-9a-f]+)` \\|\\n")
                .matcher(page);
        StringBuilder bytes = new StringBuilder();
        while (row.find()) {
            assertThat(Integer.parseInt(row.group(1))).isEqualTo(bytes.length() / 2);
            assertThat(Integer.parseInt(row.group(2))).isEqualTo(row.group(3).length() / 2);
            bytes.append(row.group(3));
        }
        assertThat(bytes).hasToString(block("leaf").strip());
    }

    @Test
    void the_filed_proof() {
        List<VerifierKey> keys = block("keys").lines().map(VerifierKey::parse).toList();
        CheckpointPolicy policy =
                new CheckpointPolicy("register.example/log", keys.subList(0, 1), keys.subList(1, 2), 1);
        byte[] file = block("proof").getBytes(UTF_8);
        FiledProof proof = FiledProof.parse(file);
        Checkpoint believed = proof.verify(new LeafHasher().hash(event(2)), policy);
        assertThat(believed.size()).isEqualTo(5);

        MemoryTiles tiles = new MemoryTiles();
        TreeBuilder tree = new TreeBuilder(tiles);
        LeafHasher hasher = new LeafHasher();
        for (int i = 0; i < 5; i++) tree.add(hasher.hash(event(i)));
        tree.writePartialTiles();
        assertThat(tree.root()).isEqualTo(believed.root());
        assertThat(new FiledProof(
                                null,
                                2,
                                new StoredTree(tiles, 5).inclusionProof(2).path(),
                                proof.checkpoint())
                        .bytes())
                .isEqualTo(file);
    }

    private static EventLeaf event(int i) {
        return new EventLeaf(
                i,
                UUID.fromString("3f0c8a52-6e1b-4d79-9c04-b1a7f2e85d3" + i),
                "vehicle-5f2d",
                i,
                "KeeperChanged",
                "2",
                EventLeaf.micros(Instant.parse("2026-11-27T09:30:00.123456Z")),
                true,
                "{\"keeper\":\"sealed\"}".getBytes(UTF_8),
                "{}".getBytes(UTF_8));
    }

    private String block(String name) {
        Matcher block =
                Pattern.compile("```" + name + "\\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(block.find()).as("block %s", name).isTrue();
        return block.group(1);
    }

    private static String read() {
        try {
            return Files.readString(Path.of("../docs/transparency-log.md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
