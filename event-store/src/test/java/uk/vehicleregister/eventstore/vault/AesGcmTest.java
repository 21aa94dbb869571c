package uk.vehicleregister.eventstore.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AesGcmTest {

    private static final byte[] TEXT = "Mrs Ærø, 1 High Street".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BOUND = "key id".getBytes(StandardCharsets.UTF_8);

    private final byte[] raw = AesGcm.random(AesGcm.KEY);
    private final AesGcm cipher = new AesGcm(raw);

    @Test
    void tink_opens_what_it_seals_and_it_opens_what_tink_seals() throws GeneralSecurityException {
        AesGcmJce tink = new AesGcmJce(raw);
        assertThat(tink.decrypt(cipher.seal(TEXT, BOUND), BOUND)).isEqualTo(TEXT);
        assertThat(cipher.open(tink.encrypt(TEXT, BOUND), BOUND)).isEqualTo(TEXT);
        assertThat(cipher.open(cipher.seal(new byte[0], BOUND), BOUND)).isEmpty();
    }

    @Test
    void no_bit_of_it_may_be_changed_nor_what_it_is_bound_to_nor_its_length() {
        byte[] sealed = cipher.seal(TEXT, BOUND);
        for (int bit = 0; bit < 8 * sealed.length; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            refused(changed, BOUND);
        }
        for (int length = 0; length < sealed.length; length++) refused(Arrays.copyOf(sealed, length), BOUND);
        refused(sealed, "another id".getBytes(StandardCharsets.UTF_8));
    }

    private void refused(byte[] sealed, byte[] bound) {
        assertThatThrownBy(() -> cipher.open(sealed, bound)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void no_two_texts_are_sealed_with_one_nonce() {
        Set<ByteBuffer> nonces = new HashSet<>();
        for (int i = 0; i < 1_000; i++) nonces.add(ByteBuffer.wrap(cipher.seal(TEXT, BOUND), 0, 12));
        assertThat(nonces).hasSize(1_000);
    }

    @Test
    void a_key_has_32_bytes() {
        assertThatThrownBy(() -> new AesGcm(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }
}
