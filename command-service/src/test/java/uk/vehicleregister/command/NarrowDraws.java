package uk.vehicleregister.command;

import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// For a service started with `narrow.draws`: of an age it draws from 256 marks only, such as AB19 DAC, so that many
/// draw the same one.
@Configuration
@ConditionalOnProperty("narrow.draws")
class NarrowDraws {

    private static final int MEMORY_TAGS = 19;
    private static final int LETTERS = 4;

    @Bean
    @Primary
    RandomGenerator narrow() {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return ThreadLocalRandom.current().nextLong();
            }

            @Override
            public int nextInt(int bound) {
                return bound == MEMORY_TAGS ? 0 : ThreadLocalRandom.current().nextInt(LETTERS);
            }
        };
    }
}
