package uk.vehicleregister.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void all_come_in_their_order_and_the_end_is_the_end() {
        List<Integer> seen = new ArrayList<>();
        try (ReadAhead<Integer> numbers = new ReadAhead<>(() -> upTo(5))) {
            for (Optional<Integer> next = numbers.next(); next.isPresent(); next = numbers.next()) seen.add(next.get());
            assertThat(numbers.next()).isEmpty();
        }
        assertThat(seen).containsExactly(1, 2, 3, 4, 5);
        assertThat(asked).hasValue(6);
    }

    @Test
    void one_is_fetched_while_another_is_worked_on_and_never_two() {
        try (ReadAhead<Integer> numbers = new ReadAhead<>(() -> upTo(5))) {
            assertThat(numbers.next()).contains(1);
            await().until(() -> asked.get() == 2);
            await().during(Duration.ofMillis(100)).until(() -> asked.get() == 2);
        }
    }

    @Test
    void what_the_source_throws_is_thrown_where_its_turn_comes() {
        Supply supply = new Supply();
        try (ReadAhead<Integer> numbers = new ReadAhead<>(supply::next)) {
            assertThat(numbers.next()).contains(1);
            assertThatThrownBy(numbers::next).isInstanceOf(LogUnavailableException.class);
        }
    }

    private Optional<Integer> upTo(int last) {
        int number = asked.incrementAndGet();
        return number <= last ? Optional.of(number) : Optional.empty();
    }

    private final class Supply {
        Optional<Integer> next() {
            if (asked.incrementAndGet() > 1) throw new LogUnavailableException("away", null);
            return Optional.of(1);
        }
    }
}
