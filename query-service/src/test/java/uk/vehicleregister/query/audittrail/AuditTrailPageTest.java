package uk.vehicleregister.query.audittrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.query.audit.AuditedEvent;

/// Of no more vehicles than a look is recorded of.
class AuditTrailPageTest {

    @Test
    void a_page_ends_before_the_entry_that_tells_of_one_vehicle_too_many() {
        List<TrailEntry> entries = List.of(about("a", "b"), about("b"), about("c"), about("a", "d"), about("a"));

        assertThat(AuditTrailSearch.aboutAtMost(3, entries)).isEqualTo(3);
        assertThat(AuditTrailSearch.aboutAtMost(2, entries)).isEqualTo(2);
        assertThat(AuditTrailSearch.aboutAtMost(4, entries)).isEqualTo(5);
    }

    private static TrailEntry about(String... vehicles) {
        return new TrailEntry(
                0,
                "MarkTransferred",
                Instant.EPOCH,
                LocalDate.EPOCH,
                new AuditedEvent.Actor("citizen", "pseudonym"),
                null,
                null,
                null,
                null,
                new UUID(0, 0),
                List.of(vehicles),
                List.of(),
                null);
    }
}
