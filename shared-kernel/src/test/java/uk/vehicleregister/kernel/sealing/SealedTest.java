package uk.vehicleregister.kernel.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealedTest {

    @Test
    void a_sealed_text_names_the_data_key_that_opens_it() {
        assertThat(new Sealed("PyUE4E-JQdOaDAMF6CwzAQ.Y2lwaGVydGV4dA").keyId())
                .isEqualTo(UUID.fromString("3f2504e0-4f89-41d3-9a0c-0305e82c3301"));
    }

    @Test
    void a_text_that_names_none_is_a_fault_of_the_log() {
        assertThatThrownBy(() -> new Sealed("not sealed").keyId()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Sealed("short.text").keyId()).isInstanceOf(IllegalStateException.class);
    }
}
