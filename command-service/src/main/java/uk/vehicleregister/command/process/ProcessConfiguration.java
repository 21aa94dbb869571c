package uk.vehicleregister.command.process;

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
            EventLogReader log, List<Process> processes, @Value("${register.processes.tick:1s}") Duration tick) {
        return new LogFollower(log, processes, tick);
    }
}
