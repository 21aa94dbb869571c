package uk.vehicleregister.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.log.RecordedEvent;

/// What is made once for all, and for how long it is kept.
class SharedMessagesTest {

    private final List<Long> made = new ArrayList<>();
    private final SharedMessages messages = new SharedMessages(this::make);

    @Test
    void a_transaction_is_made_into_messages_once() {
        List<TrackedEventMessage<?>> first = messages.of(transaction(7, 2));
        messages.of(transaction(8, 1));

        assertThat(messages.of(transaction(7, 2))).isSameAs(first);
        assertThat(made).containsExactly(7L, 8L);
    }

    @Test
    void four_thousand_messages_are_kept_and_not_one_more() {
        messages.of(transaction(1_999, 2_000));
        messages.of(transaction(3_999, 2_000));
        messages.of(transaction(1_999, 2_000));
        assertThat(made).containsExactly(1_999L, 3_999L);

        messages.of(transaction(4_000, 1));
        messages.of(transaction(3_999, 2_000));
        assertThat(made).containsExactly(1_999L, 3_999L, 4_000L);
        messages.of(transaction(1_999, 2_000));
        assertThat(made).containsExactly(1_999L, 3_999L, 4_000L, 1_999L);
    }

    @Test
    void a_transaction_longer_than_that_is_made_all_the_same() {
        assertThat(messages.of(transaction(9_999, 10_000))).hasSize(10_000);
    }

    private List<TrackedEventMessage<?>> make(List<RecordedEvent> transaction) {
        made.add(transaction.getLast().position());
        return Collections.nCopies(
                transaction.size(),
                new GenericTrackedEventMessage<>(
                        new GlobalSequenceTrackingToken(0), GenericEventMessage.asEventMessage("")));
    }

    private static List<RecordedEvent> transaction(long end, int events) {
        return Collections.nCopies(
                events, new RecordedEvent(end, UUID.randomUUID(), "s", 0, "T", "1", Instant.EPOCH, "{}", "{}", true));
    }
}
