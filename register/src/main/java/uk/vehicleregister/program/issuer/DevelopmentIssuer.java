package uk.vehicleregister.program.issuer;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import uk.vehicleregister.program.Ports;

/// An OpenID issuer for the embedded default: anybody on this machine may be any persona, so it listens on 127.0.0.1
/// only and is never started by `serve`.
public final class DevelopmentIssuer {

    private DevelopmentIssuer() {}

    /// Starts it in a Spring context of its own.
    ///
    /// @param secrets where its signing key is kept
    public static ConfigurableApplicationContext start(Ports ports, Path secrets) throws IOException {
        JWKSet key = IssuerKey.in(secrets);
        ApplicationContextInitializer<GenericApplicationContext> withKey =
                context -> context.registerBean(JWKSet.class, () -> key);
        return new SpringApplicationBuilder(IssuerConfiguration.class)
                .web(WebApplicationType.SERVLET)
                .initializers(withKey)
                .registerShutdownHook(false)
                .properties(Map.of(
                        "spring.config.name", "development-issuer",
                        "spring.application.name", "development-issuer",
                        "spring.main.banner-mode", "off",
                        "spring.jmx.enabled", "false",
                        "server.address", "127.0.0.1",
                        "server.port", Integer.toString(ports.issuer()),
                        "server.shutdown", "immediate",
                        "development.issuer", ports.issuerAddress()))
                .run();
    }
}
