package uk.vehicleregister.transparencylog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.transparencylog.MalformedException;

class KeyTest {

    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    @Test
    void any_piece_of_a_key_and_any_letter_changed_is_refused() {
        for (int from = 0; from < PETER.length(); from++) {
            for (int to = from; to <= PETER.length(); to++) {
                if (to - from < PETER.length()) refused(PETER.substring(from, to));
            }
            char[] letters = PETER.toCharArray();
            letters[from]++;
            refused(new String(letters));
        }
    }

    @Test
    void a_key_too_long_and_a_type_not_known_are_refused_though_their_ids_are_right() {
        refused("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==");
        assertThatThrownBy(() -> VerifierKey.parse("n+00000000+AQID")).hasMessage("public key: is 2 bytes, not 32");
        refused("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        refused("x".repeat(5000));
    }

    @Test
    void one_key_of_two_types_has_two_ids() {
        SigningKey log = Keys.LOG;
        String asWitness = log.secret().replaceFirst("\\+[0-9a-f]{8}\\+.*", "");
        assertThat(asWitness).isEqualTo("PRIVATE+KEY+" + Keys.ORIGIN);
        byte[] typed = Base64.getDecoder().decode(log.verifier().toString().split("\\+", 3)[2]);
        typed[0] = 0x04;
        assertThatThrownBy(() -> VerifierKey.parse(Keys.ORIGIN + "+"
                        + log.verifier().hexId() + "+" + Base64.getEncoder().encodeToString(typed)))
                .hasMessage("key id: is not that of the key");
    }

    @Test
    void keys_are_read_as_they_were_written() {
        for (SigningKey key : new SigningKey[] {Keys.LOG, Keys.WITNESS}) {
            assertThat(SigningKey.parse(key.secret()).verifier()).isEqualTo(key.verifier());
            assertThat(VerifierKey.parse(key.verifier().toString())).isEqualTo(key.verifier());
        }
    }

    @Test
    void names_without_letters_or_with_spaces_are_no_names() {
        for (String name :
                new String[] {"", " ", "a b", "a\nb", "a+b", "a\u00a0b", "a\u0085b", "a\u3000b", "a\u0000b"}) {
            assertThatThrownBy(() -> Keys.key(name, SignatureType.ED25519)).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void a_key_signs_only_as_its_type_does() {
        assertThatThrownBy(() -> Keys.LOG.witness(Keys.CLOCK)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(Keys.WITNESS::author).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void secrets_that_are_none_are_refused_without_being_repeated() {
        String secret = Keys.LOG.secret();
        for (int length = 0; length < secret.length(); length++) {
            String cut = secret.substring(0, length);
            assertThatThrownBy(() -> SigningKey.parse(cut))
                    .isInstanceOf(MalformedException.class)
                    .hasMessageNotContaining(secret.substring(secret.length() - 30));
        }
    }

    private static void refused(String key) {
        assertThatThrownBy(() -> VerifierKey.parse(key)).as(key).isInstanceOf(MalformedException.class);
    }
}
