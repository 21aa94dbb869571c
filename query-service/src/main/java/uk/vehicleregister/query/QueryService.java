package uk.vehicleregister.query;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The query service. It may stand in one JVM with the command service, each in a context of its own; its
/// defaults are in `query-service.properties`.
@SpringBootApplication
@EnableScheduling
public class QueryService {

    /// Starts the service with these properties over its defaults; docs/operations.md lists them.
    public static ConfigurableApplicationContext start(Map<String, Object> properties) {
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(QueryService.class)
                .bannerMode(Banner.Mode.OFF)
                .properties("spring.config.name=query-service")
                .run(arguments);
    }

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(QueryService.class)
                .bannerMode(Banner.Mode.OFF)
                .properties("spring.config.name=query-service")
                .run(arguments);
    }
}
