package uk.vehicleregister.transparencylog.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigstore.merkle.InclusionProofVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.transparencylog.tile.MemoryTiles;
import uk.vehicleregister.transparencylog.tile.StoredTree;
import uk.vehicleregister.transparencylog.tile.TreeBuilder;

/// Every proof of every size up to 1,000: half a million of each kind, made from tiles, held against the
/// definition of RFC 6962, and verified here and by sigstore-java.
class EveryProofTest {

    private static final int SIZES = 1000;

    private final Reference reference = new Reference();
    private final MemoryTiles tiles = new MemoryTiles();
    private final TreeBuilder builder = new TreeBuilder(tiles);

    @Test
    void every_inclusion_proof_is_the_defined_one_and_is_believed_by_sigstore_too() throws Exception {
        for (int size = 1; size <= SIZES; size++) {
            StoredTree tree = grow(size);
            Hash root = reference.root(size);
            assertThat(tree.root()).isEqualTo(root);
            assertThat(builder.root()).isEqualTo(root);
            for (int position = 0; position < size; position++) {
                InclusionProof proof = tree.inclusionProof(position);
                Hash leaf = Reference.leaf(position);
                same(proof.path(), reference.path(position, size), position, size);
                proof.verify(leaf, root);
                List<byte[]> path = proof.path().stream().map(Hash::bytes).toList();
                InclusionProofVerifier.verify(leaf.bytes(), position, size, path, root.bytes());
            }
        }
    }

    @Test
    void every_consistency_proof_is_the_defined_one() {
        for (int size = 0; size <= SIZES; size++) {
            StoredTree tree = grow(size);
            Hash root = reference.root(size);
            for (int earlier = 0; earlier <= size; earlier++) {
                ConsistencyProof proof = tree.consistencyProof(earlier);
                if (earlier > 0) same(proof.path(), reference.proof(earlier, size), earlier, size);
                else assertThat(proof.path()).isEmpty();
                proof.verify(reference.root(earlier), root);
                assertThat(tree.rootAt(earlier)).isEqualTo(reference.root(earlier));
            }
        }
    }

    private StoredTree grow(int size) {
        while (builder.size() < size) builder.add(Reference.leaf(builder.size()));
        builder.writePartialTiles();
        return new StoredTree(tiles, size);
    }

    private static void same(List<Hash> made, List<Hash> defined, int from, int size) {
        if (!made.equals(defined)) throw new AssertionError("path of " + from + " in " + size);
    }
}
