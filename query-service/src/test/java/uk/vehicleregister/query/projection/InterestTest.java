package uk.vehicleregister.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.VehicleFact;

/// Which transactions a projection is shown.
class InterestTest {

    private static final String REQUEST = metadata("\"aside\":false");
    private static final String BULK_ROW = metadata("\"aside\":true");

    @Test
    void of_other_families_it_is_shown_nothing() {
        Interest interest = new Interest(reading(Set.of(MarkFact.class), Set.of(MarkFact.class)));
        for (int i = 0; i < 2; i++) {
            assertThat(interest.test(event("VehicleRegistered", REQUEST))).isFalse();
            assertThat(interest.test(event("MarkIssued", REQUEST))).isTrue();
            assertThat(interest.test(event("MarkIssued", BULK_ROW))).isTrue();
        }
    }

    @Test
    void what_is_aside_it_is_shown_only_where_it_reads_such() {
        Interest interest = new Interest(reading(Set.of(VehicleFact.class, MarkFact.class), Set.of(MarkFact.class)));
        for (int i = 0; i < 2; i++) {
            assertThat(interest.test(event("VehicleRegistered", BULK_ROW))).isFalse();
            assertThat(interest.test(event("VehicleRegistered", BULK_ROW))).isFalse();
            assertThat(interest.test(event("VehicleRegistered", REQUEST))).isTrue();
            assertThat(interest.test(event("VehicleRegistered", REQUEST))).isTrue();
            assertThat(interest.test(event("MarkIssued", BULK_ROW))).isTrue();
        }
    }

    @Test
    void what_it_cannot_read_it_is_shown_each_time() {
        Interest interest = new Interest(reading(Set.of(VehicleFact.class), Set.of()));
        for (int i = 0; i < 2; i++) {
            assertThat(interest.test(event("NeverHeardOf", REQUEST))).isTrue();
            assertThat(interest.test(event("VehicleRegistered", "{"))).isTrue();
        }
    }

    private static String metadata(String more) {
        return "{\"transactionId\":\"" + UUID.randomUUID() + "\",\"role\":\"REGISTRAR\",\"actor\":\"a\"," + more + "}";
    }

    private static RecordedEvent event(String type, String metadata) {
        return new RecordedEvent(0, UUID.randomUUID(), "stream", 0, type, "1", Instant.EPOCH, "unread", metadata, true);
    }

    private static Projection reading(Set<Class<? extends Fact>> families, Set<Class<? extends Fact>> aside) {
        return new Projection() {
            @Override
            public String name() {
                return "tried";
            }

            @Override
            public List<String> tables() {
                return List.of();
            }

            @Override
            public Set<Class<? extends Fact>> families() {
                return families;
            }

            @Override
            public Set<Class<? extends Fact>> familiesAside() {
                return aside;
            }

            @Override
            public void project(List<Noted> events, StatelessSession rows) {
                throw new AssertionError("nothing is projected here");
            }
        };
    }
}
