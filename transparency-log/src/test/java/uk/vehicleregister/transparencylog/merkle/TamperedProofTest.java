package uk.vehicleregister.transparencylog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.transparencylog.RefusedException.Reason.EARLIER_ROOT_DIFFERS;
import static uk.vehicleregister.transparencylog.RefusedException.Reason.POSITION_OUTSIDE_TREE;
import static uk.vehicleregister.transparencylog.RefusedException.Reason.PROOF_TOO_LONG;
import static uk.vehicleregister.transparencylog.RefusedException.Reason.PROOF_TOO_SHORT;
import static uk.vehicleregister.transparencylog.RefusedException.Reason.ROOT_DIFFERS;
import static uk.vehicleregister.transparencylog.RefusedException.Reason.TREE_SHRANK;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.RefusedException.Reason;

class TamperedProofTest {

    private final Reference reference = new Reference();

    /// Every bit of every hash in play, for every position of every size up to 33.
    @Test
    void any_bit_flipped_in_leaf_root_or_path_is_refused() {
        for (int size = 1; size <= 33; size++) {
            for (int position = 0; position < size; position++) {
                List<Hash> path = reference.path(position, size);
                Hash leaf = Reference.leaf(position);
                Hash root = reference.root(size);
                for (int bit = 0; bit < 256; bit++) {
                    assertThat(included(position, size, path, flip(leaf, bit), root))
                            .isEqualTo(ROOT_DIFFERS);
                    assertThat(included(position, size, path, leaf, flip(root, bit)))
                            .isEqualTo(ROOT_DIFFERS);
                    for (int i = 0; i < path.size(); i++) {
                        assertThat(included(position, size, flip(path, i, bit), leaf, root))
                                .isEqualTo(ROOT_DIFFERS);
                    }
                }
            }
        }
    }

    @Test
    void any_bit_flipped_in_either_root_or_the_path_of_a_consistency_proof_is_refused() {
        for (int size = 1; size <= 33; size++) {
            for (int earlier = 1; earlier < size; earlier++) {
                List<Hash> path = reference.proof(earlier, size);
                Hash from = reference.root(earlier);
                Hash to = reference.root(size);
                for (int bit = 0; bit < 256; bit++) {
                    assertThat(consistent(earlier, size, path, flip(from, bit), to))
                            .isNotNull();
                    assertThat(consistent(earlier, size, path, from, flip(to, bit)))
                            .isEqualTo(ROOT_DIFFERS);
                    for (int i = 0; i < path.size(); i++) {
                        assertThat(consistent(earlier, size, flip(path, i, bit), from, to))
                                .isNotNull();
                    }
                }
            }
        }
    }

    @Property(tries = 3000)
    void a_flipped_bit_anywhere_is_refused_at_every_size_and_by_sigstore_too(
            @ForAll @IntRange(min = 1, max = 1000) int size,
            @ForAll @IntRange(max = 999) int at,
            @ForAll @IntRange(max = 11) int which,
            @ForAll @IntRange(max = 255) int bit) {
        int position = at % size;
        List<Hash> path = reference.path(position, size);
        Hash root = reference.root(size);
        Hash leaf = Reference.leaf(position);
        if (which < path.size()) path = flip(path, which, bit);
        else leaf = flip(leaf, bit);
        assertThat(included(position, size, path, leaf, root)).isEqualTo(ROOT_DIFFERS);
        assertThat(believedBySigstore(position, size, path, leaf, root)).isFalse();
    }

    /// One hash fewer, one more, none, and twice as many: never believed, whatever the position says.
    @Test
    void a_path_of_the_wrong_length_is_refused_and_sigstore_agrees() {
        for (int size = 1; size <= 130; size++) {
            for (int position = 0; position < size; position++) {
                List<Hash> right = reference.path(position, size);
                for (int length = 0; length <= right.size() + 3; length++) {
                    if (length == right.size()) continue;
                    List<Hash> path = new ArrayList<>(right.subList(0, Math.min(length, right.size())));
                    while (path.size() < length) path.add(reference.root(size));
                    Reason reason = included(position, size, path, Reference.leaf(position), reference.root(size));
                    assertThat(reason).isEqualTo(length < right.size() ? PROOF_TOO_SHORT : PROOF_TOO_LONG);
                    assertThat(believedBySigstore(position, size, path, Reference.leaf(position), reference.root(size)))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void a_consistency_path_of_the_wrong_length_is_refused() {
        for (int size = 1; size <= 130; size++) {
            for (int earlier = 0; earlier <= size; earlier++) {
                List<Hash> right = earlier == 0 ? List.of() : reference.proof(earlier, size);
                for (int length = 0; length <= right.size() + 3; length++) {
                    if (length == right.size()) continue;
                    List<Hash> path = new ArrayList<>(right.subList(0, Math.min(length, right.size())));
                    while (path.size() < length) path.add(reference.root(size));
                    assertThat(consistent(earlier, size, path, reference.root(earlier), reference.root(size)))
                            .as("%d to %d with %d hashes", earlier, size, length)
                            .isEqualTo(length < right.size() ? PROOF_TOO_SHORT : PROOF_TOO_LONG);
                }
            }
        }
    }

    @Test
    void two_hashes_that_change_places_are_refused() {
        for (int size = 3; size <= 130; size++) {
            for (int position = 0; position < size; position++) {
                List<Hash> path = new ArrayList<>(reference.path(position, size));
                if (path.size() < 2) continue;
                path.set(0, path.set(1, path.get(0)));
                assertThat(included(position, size, path, Reference.leaf(position), reference.root(size)))
                        .isEqualTo(ROOT_DIFFERS);
            }
        }
    }

    @Test
    void a_proof_for_another_position_is_refused() {
        for (int size = 2; size <= 33; size++) {
            for (int position = 0; position < size; position++) {
                for (int other = 0; other < size; other++) {
                    if (other == position) continue;
                    List<Hash> path = reference.path(position, size);
                    assertThat(included(other, size, path, Reference.leaf(position), reference.root(size)))
                            .isNotNull();
                }
            }
        }
    }

    @Test
    void positions_outside_the_tree_and_trees_that_shrank_are_refused() {
        Hash hash = Reference.leaf(0);
        assertThat(included(0, 0, List.of(), hash, hash)).isEqualTo(POSITION_OUTSIDE_TREE);
        assertThat(included(1, 1, List.of(), hash, hash)).isEqualTo(POSITION_OUTSIDE_TREE);
        assertThat(included(-1, 1, List.of(), hash, hash)).isEqualTo(POSITION_OUTSIDE_TREE);
        assertThat(included(0, 1, List.of(), hash, hash)).isNull();
        assertThat(consistent(2, 1, List.of(), hash, hash)).isEqualTo(TREE_SHRANK);
        assertThat(consistent(-1, 1, List.of(), hash, hash)).isEqualTo(TREE_SHRANK);
        assertThat(consistent(0, 1, List.of(), hash, hash)).isEqualTo(EARLIER_ROOT_DIFFERS);
        assertThat(consistent(1, 1, List.of(), hash, Reference.leaf(1))).isEqualTo(ROOT_DIFFERS);
        assertThat(consistent(0, 0, List.of(), MerkleHasher.EMPTY_ROOT, hash)).isEqualTo(ROOT_DIFFERS);
    }

    @Test
    void a_path_as_long_as_any_leads_somewhere_and_is_not_believed() {
        List<Hash> path = new ArrayList<>();
        for (int i = 0; i < 63; i++) path.add(Reference.leaf(i));
        Hash hash = Reference.leaf(0);
        assertThat(included(Long.MAX_VALUE - 1, Long.MAX_VALUE, path.subList(0, 62), hash, hash))
                .isIn(ROOT_DIFFERS, PROOF_TOO_SHORT);
        assertThat(included(0, Long.MAX_VALUE, path, hash, hash)).isEqualTo(ROOT_DIFFERS);
        assertThat(consistent(Long.MAX_VALUE - 1, Long.MAX_VALUE, path, hash, hash))
                .isNotNull();
    }

    private static @Nullable Reason included(long position, long size, List<Hash> path, Hash leaf, Hash root) {
        return refusal(() -> new InclusionProof(position, size, path).verify(leaf, root));
    }

    private static @Nullable Reason consistent(long earlier, long size, List<Hash> path, Hash from, Hash to) {
        return refusal(() -> new ConsistencyProof(earlier, size, path).verify(from, to));
    }

    private static @Nullable Reason refusal(Runnable verification) {
        try {
            verification.run();
            return null;
        } catch (RefusedException e) {
            return e.reason();
        }
    }

    private static boolean believedBySigstore(int position, int size, List<Hash> path, Hash leaf, Hash root) {
        try {
            InclusionProofVerifier.verify(
                    leaf.bytes(), position, size, path.stream().map(Hash::bytes).toList(), root.bytes());
            return true;
        } catch (InclusionProofVerificationException e) {
            return false;
        }
    }

    private static List<Hash> flip(List<Hash> path, int i, int bit) {
        List<Hash> flipped = new ArrayList<>(path);
        flipped.set(i, flip(path.get(i), bit));
        return flipped;
    }

    private static Hash flip(Hash hash, int bit) {
        byte[] bytes = hash.bytes();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return Hash.of(bytes);
    }
}
