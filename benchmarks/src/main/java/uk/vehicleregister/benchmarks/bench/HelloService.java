package uk.vehicleregister.benchmarks.bench;

import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// The server that [Hello] starts: the services' Tomcat with virtual threads, a JSON body in and a JSON answer out.
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration.class,
    org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration.class
})
public class HelloService {

    @RestController
    static class Endpoint {

        @PostMapping("/hello")
        Map<String, String> hello(@RequestBody JsonNode body) {
            return Map.of("hello", body.path("registrationNumber").asString(""));
        }
    }

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(HelloService.class, Endpoint.class)
                .web(WebApplicationType.SERVLET)
                .properties(Map.of(
                        "spring.config.name", "hello",
                        "spring.main.banner-mode", "off",
                        "spring.jmx.enabled", "false",
                        "spring.threads.virtual.enabled", "true",
                        "server.address", "127.0.0.1",
                        "server.port", arguments[0]))
                .run();
    }
}
