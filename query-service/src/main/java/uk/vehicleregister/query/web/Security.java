package uk.vehicleregister.query.web;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.RestTemplate;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// Reads bearer tokens of any OpenID issuer; who may call what is [Gate]'s business. Keys and health need no token.
@Configuration(proxyBeanMethods = false)
class Security {

    private static final String AUDIENCE = "vehicle-register";
    private static final Duration ISSUER_PATIENCE = Duration.ofSeconds(3);

    @Bean
    SecurityFilterChain bearerTokens(HttpSecurity http, JwtDecoder decoder, Faults faults) {
        return stateless(http)
                .oauth2ResourceServer(server -> server.authenticationEntryPoint((request, response, _) -> {
                            response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
                            faults.tell(Fault.of(RefusalCode.UNAUTHORISED), request, response);
                        })
                        .jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(roles())))
                .securityMatcher(request -> request.getRequestURI().startsWith("/v1/"))
                .build();
    }

    /// Everything else has no bearer tokens: a customer's gateway may send an Authorization header of its own.
    @Bean
    SecurityFilterChain others(HttpSecurity http) {
        return stateless(http).build();
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
    }

    /// What each filter of the chain takes is of no use to an operator, and to note it cost more than the filters do.
    /// Requests themselves go on being measured.
    @Bean
    SecurityObservationSettings filtersAreNotMeasured() {
        return SecurityObservationSettings.noObservations();
    }

    /// The issuer is asked for its keys at the first token, so the service starts without it and finds it later.
    @Bean
    JwtDecoder jwtDecoder(@Value("${register.issuer}") String issuer) {
        JwtDecoder lazy = new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer)
                    .restOperations(impatient())
                    .build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    JwtValidators.createDefaultWithIssuer(issuer),
                    new JwtClaimValidator<List<String>>(
                            JwtClaimNames.AUD, audience -> audience != null && audience.contains(AUDIENCE)),
                    new JwtClaimValidator<String>(
                            JwtClaimNames.SUB, subject -> subject != null && !subject.isBlank())));
            return decoder;
        });
        return token -> {
            try {
                return lazy.decode(token);
            } catch (JwtDecoderInitializationException e) {
                throw new IssuerAwayException(e);
            } catch (BadJwtException e) {
                throw e;
            } catch (JwtException e) {
                if (isOutage(e)) throw new IssuerAwayException(e);
                throw new BadJwtException("not a token of ours");
            }
        };
    }

    private static boolean isOutage(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof IOException || cause.getClass().getSimpleName().equals("RemoteKeySourceException"))
                return true;
        return false;
    }

    private static RestTemplate impatient() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(ISSUER_PATIENCE).build());
        requests.setReadTimeout(ISSUER_PATIENCE);
        return new RestTemplate(requests);
    }

    private static JwtAuthenticationConverter roles() {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(jwt -> List.copyOf(rolesOf(jwt).stream()
                .map(Role::of)
                .flatMap(Optional::stream)
                .map(role -> new SimpleGrantedAuthority(role.claim()))
                .toList()));
        return converter;
    }

    private static List<String> rolesOf(Jwt jwt) {
        return jwt.getClaim("roles") instanceof List<?> roles
                ? roles.stream().map(String::valueOf).toList()
                : List.of();
    }
}
