package uk.vehicleregister.eventstore.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Versions of the keyset, where two services have it at once.
class LocalKeyServiceTest {

    private static final byte[] KEY = {1, 2, 3};

    @TempDir
    Path directory;

    private KeyService here;
    private KeyService there;

    @BeforeEach
    void open() {
        here = LocalKeys.open(directory.resolve("keys"), true).keyService();
        there = another();
    }

    @Test
    void what_either_began_opens_for_both() {
        here.renew();
        byte[] first = here.wrap(KEY);
        there.renew();
        byte[] second = there.wrap(KEY);
        for (KeyService service : new KeyService[] {here, there, another()}) {
            assertThat(service.unwrap(first)).isEqualTo(KEY);
            assertThat(service.unwrap(second)).isEqualTo(KEY);
        }
    }

    @Test
    void an_older_version_is_destroyed_once_what_is_needed_opens_without_it() {
        byte[] old = here.wrap(KEY);
        here.renew();
        byte[] needed = here.wrap(KEY);
        here.destroyOlder(needed);
        assertThat(another().unwrap(needed)).isEqualTo(KEY);
        assertThatThrownBy(() -> here.unwrap(old)).isInstanceOf(UnreadableKeyException.class);
        assertThatThrownBy(() -> another().unwrap(old)).isInstanceOf(UnreadableKeyException.class);
    }

    /// It was long away, and takes for the newest what is not any more.
    @Test
    void nothing_is_destroyed_that_is_needed_though_another_has_begun_a_newer_one() {
        byte[] needed = here.wrap(KEY);
        there.renew();
        here.destroyOlder(needed);
        assertThat(here.unwrap(needed)).isEqualTo(KEY);
        assertThat(another().unwrap(needed)).isEqualTo(KEY);
    }

    private KeyService another() {
        return LocalKeys.open(directory.resolve("keys"), false).keyService();
    }
}
