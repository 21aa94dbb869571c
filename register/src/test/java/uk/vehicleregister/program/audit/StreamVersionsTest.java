package uk.vehicleregister.program.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamVersionsTest {

    private final StreamVersions versions = new StreamVersions(50_000);

    @Test
    void a_stream_counts_from_0_without_gaps() {
        assertThat(versions.other("vehicle-1", 0)).isEqualTo(-1);
        assertThat(versions.other("vehicle-1", 1)).isEqualTo(-1);
        assertThat(versions.other("vehicle-1", 3)).isEqualTo(2);
        assertThat(versions.other("vehicle-1", 1)).isEqualTo(2);
        assertThat(versions.other("vehicle-2", 1)).isEqualTo(0);
    }

    @Test
    void many_streams_keep_apart_while_the_table_grows() {
        for (int version = 0; version < 3; version++)
            for (int stream = 0; stream < 50_000; stream++)
                assertThat(versions.other("vehicle-" + stream, version)).isEqualTo(-1);

        assertThat(versions.followed()).isEqualTo(50_000);
        assertThat(versions.notFollowed()).isZero();
    }

    @Test
    void streams_beyond_the_bound_are_counted_and_not_followed() {
        for (int stream = 0; stream < 50_000; stream++) versions.other("vehicle-" + stream, 0);

        assertThat(versions.other("one-more", 0)).isEqualTo(-1);
        assertThat(versions.other("one-more", 7)).isEqualTo(-1);
        assertThat(versions.other("vehicle-7", 7)).isEqualTo(1);
        assertThat(versions.notFollowed()).isEqualTo(1);
    }
}
