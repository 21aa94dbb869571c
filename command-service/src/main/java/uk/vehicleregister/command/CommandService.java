package uk.vehicleregister.command;

import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The command service: takes in what people tell the register, and answers once it is durable.
@SpringBootApplication(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            // It interrupts a command after 30 s and calls it failed, though it may be durable. The log has its own
            // limits.
            "org.axonframework.springboot.autoconfig.AxonTimeoutAutoConfiguration"
        })
public class CommandService {

    public static void main(String[] arguments) {
        start(Map.of());
    }

    /// Its settings come from the environment, from `command-service.properties`, and from what is handed in here.
    public static ConfigurableApplicationContext start(Map<String, Object> properties) {
        return new SpringApplicationBuilder(CommandService.class)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=command-service")
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new org.springframework.core.env.MapPropertySource("handed in", properties)))
                .run();
    }
}
