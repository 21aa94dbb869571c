package uk.vehicleregister.transparencylog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.tile.MemoryTiles;
import uk.vehicleregister.transparencylog.tile.StoredTree;
import uk.vehicleregister.transparencylog.tile.TreeBuilder;

/// The published answers of the Certificate Transparency reference implementation (transparency-dev/merkle,
/// testonly).
class MerkleVectorsTest {

    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final MerkleHasher hasher = new MerkleHasher();

    @Test
    void the_roots_of_no_leaf_to_eight_are_those_published() {
        TreeBuilder tree = new TreeBuilder(new MemoryTiles());
        for (int size = 0; size < ROOTS.size(); size++) {
            assertThat(tree.root()).as("size %d", size).isEqualTo(hash(ROOTS.get(size)));
            if (size < LEAVES.size()) tree.add(hasher.leaf(HexFormat.of().parseHex(LEAVES.get(size))));
        }
    }

    @Test
    void the_inclusion_proofs_are_those_published() {
        included(
                0,
                8,
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        included(
                5,
                8,
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        included(2, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        included(
                1,
                5,
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    @Test
    void the_consistency_proofs_are_those_published() {
        consistent(1, 1);
        consistent(
                1,
                8,
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        consistent(
                6,
                8,
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        consistent(
                2,
                5,
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    private void included(int position, int size, String... path) {
        InclusionProof proof = tree(size).inclusionProof(position);
        assertThat(proof.path()).isEqualTo(hashes(path));
        Hash leaf = hasher.leaf(HexFormat.of().parseHex(LEAVES.get(position)));
        proof.verify(leaf, hash(ROOTS.get(size)));
        assertThatThrownBy(() -> proof.verify(leaf, hash(ROOTS.get(size - 1)))).isInstanceOf(RefusedException.class);
    }

    private void consistent(int earlier, int size, String... path) {
        ConsistencyProof proof = tree(size).consistencyProof(earlier);
        assertThat(proof.path()).isEqualTo(hashes(path));
        proof.verify(hash(ROOTS.get(earlier)), hash(ROOTS.get(size)));
        assertThatThrownBy(() -> proof.verify(hash(ROOTS.get(earlier - 1)), hash(ROOTS.get(size))))
                .isInstanceOf(RefusedException.class);
    }

    private StoredTree tree(int size) {
        MemoryTiles tiles = new MemoryTiles();
        TreeBuilder builder = new TreeBuilder(tiles);
        LEAVES.subList(0, size)
                .forEach(leaf -> builder.add(hasher.leaf(HexFormat.of().parseHex(leaf))));
        builder.writePartialTiles();
        return new StoredTree(tiles, size);
    }

    private static List<Hash> hashes(String... hex) {
        return Stream.of(hex).map(MerkleVectorsTest::hash).toList();
    }

    private static Hash hash(String hex) {
        return Hash.of(HexFormat.of().parseHex(hex));
    }
}
