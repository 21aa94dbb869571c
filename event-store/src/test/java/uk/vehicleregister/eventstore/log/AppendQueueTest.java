package uk.vehicleregister.eventstore.log;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AppendQueueTest {

    private static final AppendOutcome DONE = new AppendOutcome.Appended(7, Instant.EPOCH);

    private final AppendQueue queue = new AppendQueue();

    @Test
    void an_append_that_nobody_takes_is_given_up_and_never_written() throws InterruptedException {
        QueuedAppend waiting = queued("waiting");
        queue.giveUp(ZERO);
        assertThatThrownBy(waiting::await).isInstanceOf(LogUnavailableException.class);
        assertThat(queue.nextBatch().items()).isEmpty();
    }

    @Test
    void one_that_waits_for_another_of_its_batch_is_given_up_as_well() throws InterruptedException {
        queued("same");
        QueuedAppend second = queued("same");
        assertThat(queue.nextBatch().items()).hasSize(1);
        queue.giveUp(ZERO);
        assertThatThrownBy(second::await).isInstanceOf(LogUnavailableException.class);
        assertThat(queue.nextBatch().items()).isEmpty();
    }

    @Test
    void one_that_was_taken_waits_for_its_answer_however_long() throws InterruptedException {
        QueuedAppend taken = queued("taken");
        assertThat(queue.nextBatch().items()).containsExactly(taken);
        queue.giveUp(ZERO);
        taken.answer(DONE);
        assertThat(taken.await()).isEqualTo(DONE);
    }

    @Test
    void one_that_has_not_waited_long_waits_on() throws InterruptedException {
        QueuedAppend young = queued("young");
        queue.giveUp(ofMinutes(1));
        assertThat(queue.nextBatch().items()).containsExactly(young);
    }

    private QueuedAppend queued(String stream) {
        NewEvent event = new NewEvent(UUID.randomUUID(), stream, 0, "Something", "1", "{}", "{}");
        QueuedAppend queued = new QueuedAppend(new Append(List.of(event), Map.of(), null, List.of(), List.of()));
        assertThat(queue.offer(queued)).isTrue();
        return queued;
    }
}
