package uk.vehicleregister.command.process;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.vehicleregister.eventstore.log.EventLogReader;

@Configuration
class ProcessConfiguration {

    @Bean
    LogFollower logFollower(
            EventLogReader log,
            List<Process> processes,
            MeterRegistry meters,
            @Value("${register.processes.tick:1s}") Duration tick) {
        LogFollower follower = new LogFollower(log, processes, tick);
        Gauge.builder("register.processes.position", follower, LogFollower::position)
                .description("Position up to which the processes have been told the log")
                .register(meters);
        return follower;
    }
}
