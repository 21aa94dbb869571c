package uk.vehicleregister.transparencylog.leaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.merkle.MerkleHasher;

class LeafTest {

    @Property
    void a_leaf_is_read_as_it_was_written_so_no_two_leaves_have_the_same_bytes(@ForAll("leaves") EventLeaf leaf) {
        assertThat(LeafFormat.decode(LeafFormat.encode(leaf))).isEqualTo(leaf);
    }

    @Property
    void whatever_is_read_is_written_back_byte_for_byte(
            @ForAll("leaves") EventLeaf leaf, @ForAll int at, @ForAll byte b) {
        byte[] bytes = LeafFormat.encode(leaf);
        bytes[Math.floorMod(at, bytes.length)] = b;
        try {
            EventLeaf read = LeafFormat.decode(bytes);
            assertThat(LeafFormat.encode(read)).isEqualTo(bytes);
        } catch (MalformedException e) {
            assertThat(e.where()).isNotEmpty();
        }
    }

    @Property(tries = 200)
    void the_hash_is_sha256_over_a_zero_byte_and_the_leaf(@ForAll("someLeaves") List<EventLeaf> leaves) {
        LeafHasher hasher = new LeafHasher();
        for (EventLeaf leaf : leaves) {
            byte[] encoded = LeafFormat.encode(leaf);
            byte[] prefixed = new byte[1 + encoded.length];
            System.arraycopy(encoded, 0, prefixed, 1, encoded.length);
            Hash defined = Hash.of(MerkleHasher.sha256().digest(prefixed));
            assertThat(hasher.hash(leaf)).isEqualTo(defined);
            assertThat(new MerkleHasher().leaf(encoded)).isEqualTo(defined);
        }
    }

    /// Each of these differs from the first in one field; several move a letter from one field to the next.
    @Test
    void every_field_counts_and_so_does_the_boundary_between_two() {
        UUID id = new UUID(1, 2);
        byte[] p = Leaves.b("p");
        byte[] m = Leaves.b("m");
        byte[] none = new byte[0];
        List<EventLeaf> leaves = List.of(
                new EventLeaf(1, id, "ab", 1, "cd", "ef", 5, false, p, m),
                new EventLeaf(2, id, "ab", 1, "cd", "ef", 5, false, p, m),
                new EventLeaf(1, new UUID(1, 3), "ab", 1, "cd", "ef", 5, false, p, m),
                new EventLeaf(1, new UUID(0, 2), "ab", 1, "cd", "ef", 5, false, p, m),
                new EventLeaf(1, id, "abc", 1, "d", "ef", 5, false, p, m),
                new EventLeaf(1, id, "a", 1, "bcd", "ef", 5, false, p, m),
                new EventLeaf(1, id, "ab", 2, "cd", "ef", 5, false, p, m),
                new EventLeaf(1, id, "ab", 1, "cde", "f", 5, false, p, m),
                new EventLeaf(1, id, "ab", 1, "cd", "efp", 5, false, none, m),
                new EventLeaf(1, id, "ab", 1, "cd", "ef", 6, false, p, m),
                new EventLeaf(1, id, "ab", 1, "cd", "ef", 5, true, p, m),
                new EventLeaf(1, id, "ab", 1, "cd", "ef", 5, false, Leaves.b("pm"), none),
                new EventLeaf(1, id, "ab", 1, "cd", "ef", 5, false, none, Leaves.b("pm")),
                new EventLeaf(1, id, "ab", 1, "cd", "", 5, false, Leaves.b("efp"), m));
        LeafHasher hasher = new LeafHasher();
        assertThat(new HashSet<>(leaves.stream().map(hasher::hash).toList())).hasSize(leaves.size());
    }

    @Test
    void half_a_surrogate_pair_is_refused_since_it_has_no_bytes_of_its_own() {
        EventLeaf leaf = new EventLeaf(1, new UUID(1, 2), "a\ud83d", 1, "t", "1", 5, false, new byte[0], new byte[0]);
        assertThatThrownBy(() -> new LeafHasher().hash(leaf))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stream");
    }

    @Test
    void after_a_refusal_the_next_leaf_is_hashed_as_by_a_new_hasher() {
        LeafHasher hasher = new LeafHasher();
        assertThatThrownBy(() -> hasher.hash(Leaves.one(), new byte[31], 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(hasher.hash(Leaves.one())).isEqualTo(new LeafHasher().hash(Leaves.one()));
    }

    @Test
    void a_cut_leaf_is_refused_wherever_it_was_cut() {
        byte[] whole = LeafFormat.encode(Leaves.one());
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> LeafFormat.decode(cut)).isInstanceOf(MalformedException.class);
        }
        assertThatThrownBy(() -> LeafFormat.decode(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("lengths");
    }

    @Test
    void lengths_that_would_ask_for_gigabytes_are_refused_before_anything_is_made() {
        byte[] bytes = LeafFormat.encode(Leaves.one());
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            byte[] hostile = bytes.clone();
            hostile[LeafHead.LENGTHS + 4 * i] = 0x7f;
            assertThatThrownBy(() -> LeafFormat.decode(hostile))
                    .isInstanceOfSatisfying(MalformedException.class, e -> said.add(e.where()));
            hostile[LeafHead.LENGTHS + 4 * i] = (byte) 0xff;
            assertThatThrownBy(() -> LeafFormat.decode(hostile))
                    .isInstanceOfSatisfying(MalformedException.class, e -> said.add(e.where()));
        }
        assertThat(said).contains("lengths", "length 0", "length 4");
    }

    @Test
    void a_time_is_an_integer_of_microseconds_before_1970_too() {
        assertThat(EventLeaf.micros(Instant.parse("1970-01-01T00:00:01.000002Z")))
                .isEqualTo(1_000_002);
        assertThat(EventLeaf.micros(Instant.parse("1969-12-31T23:59:59.999999Z")))
                .isEqualTo(-1);
        assertThatThrownBy(() -> EventLeaf.micros(Instant.parse("1970-01-01T00:00:01.000000001Z")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_leaf_says_nothing_of_its_stream_and_payload() {
        assertThat(Leaves.one()).hasToString("EventLeaf[7, KeeperChanged]");
        assertThatThrownBy(() -> new EventLeaf(-1, new UUID(1, 2), "", 1, "", "", 5, false, new byte[0], new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<EventLeaf> leaves() {
        return Leaves.any();
    }

    @Provide
    Arbitrary<List<EventLeaf>> someLeaves() {
        return Leaves.any().list().ofMaxSize(5);
    }
}
