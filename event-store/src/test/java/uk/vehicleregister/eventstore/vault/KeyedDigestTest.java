package uk.vehicleregister.eventstore.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// Keyed digests.
class KeyedDigestTest {

    private final KeyedDigest digest = new KeyedDigest("0123456789abcdef".getBytes(StandardCharsets.UTF_8));

    /// printf '\0\0\0\1a\0\0\0\2bc' | openssl dgst -sha256 -hmac 0123456789abcdef
    @Test
    void is_the_first_half_of_an_hmac_over_parts_with_their_lengths() {
        assertThat(HexFormat.of().formatHex(digest.of("a", "bc"))).isEqualTo("1f766980f6e1274ed00117e9ddae03b2");
        assertThat(digest.text("a", "bc")).hasSize(22).matches("[\\w-]+");
    }

    @Test
    void parts_cannot_flow_into_each_other() {
        assertThat(digest.text("a", "bc"))
                .isNotEqualTo(digest.text("ab", "c"))
                .isNotEqualTo(digest.text("abc"))
                .isNotEqualTo(digest.text("a", "bc", ""));
    }

    @Test
    void another_key_gives_another_digest() {
        KeyedDigest other = new KeyedDigest("0123456789abcdeF".getBytes(StandardCharsets.UTF_8));
        assertThat(other.text("a")).isNotEqualTo(digest.text("a"));
    }
}
