package uk.vehicleregister.command.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.eventstore.vault.Pseudonyms;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// Who gets in, and how a request is read. Everything is closed but health, metrics and the API description.
@Configuration
class WebConfiguration implements WebMvcConfigurer {

    private static final String AUDIENCE = "vehicle-register";
    private static final String BEARER = "Bearer ";

    private final LocalKeys keys;

    WebConfiguration(LocalKeys keys) {
        this.keys = keys;
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, JsonMapper json) {
        JwtAuthenticationConverter roles = new JwtAuthenticationConverter();
        roles.setJwtGrantedAuthoritiesConverter(WebConfiguration::authorities);
        return http.csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new IssuerAway(json), BearerTokenAuthenticationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (_, answer, _) -> write(answer, RefusalCode.UNAUTHORISED, json))
                        .accessDeniedHandler((_, answer, _) -> write(answer, RefusalCode.FORBIDDEN, json)))
                .oauth2ResourceServer(bearer -> bearer.bearerTokenResolver(WebConfiguration::bearerToken)
                        .authenticationEntryPoint((_, answer, _) -> write(answer, RefusalCode.UNAUTHORISED, json))
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(roles)))
                .build();
    }

    /// RFC 6750, 2.1. Whether it is a token is for the decoder to say, so it is not looked at letter by letter before.
    private static @Nullable String bearerToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String token = header.substring(BEARER.length()).strip();
        return token.isEmpty() ? null : token;
    }

    /// Before all else but the counting of answers.
    @Bean
    FilterRegistrationBean<Admission> admission(
            @Value("${register.requests.most}") int most, JsonMapper json, MeterRegistry meters) {
        FilterRegistrationBean<Admission> filter = new FilterRegistrationBean<>(new Admission(most, json, meters));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    /// What each filter of the chain takes is of no use to an operator, and to note it cost more than the filters do.
    /// Requests themselves go on being measured.
    @Bean
    SecurityObservationSettings filtersAreNotMeasured() {
        return SecurityObservationSettings.noObservations();
    }

    /// The issuer is asked for its keys at the first token, so that neither has to start first.
    @Bean
    JwtDecoder tokens(@Value("${register.issuer}") String issuer) {
        return new KnownTokens(new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder =
                    NimbusJwtDecoder.withIssuerLocation(issuer).build();
            OAuth2TokenValidator<Jwt> ours = new JwtClaimValidator<List<String>>(
                    JwtClaimNames.AUD, audience -> audience != null && audience.contains(AUDIENCE));
            OAuth2TokenValidator<Jwt> named =
                    new JwtClaimValidator<String>(JwtClaimNames.SUB, subject -> subject != null && !subject.isBlank());
            decoder.setJwtValidator(
                    new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(issuer), ours, named));
            return decoder;
        }));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new OnlyWhoMayCall());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        Pseudonyms pseudonyms = new Pseudonyms(keys.pseudonyms());
        resolvers.add(new RequestReader(pseudonyms, keys.receipts()));
        resolvers.add(new BatchRequestReader(pseudonyms, keys.receipts()));
    }

    /// Unknown words in `roles` give no right to anything.
    private static Collection<GrantedAuthority> authorities(Jwt token) {
        List<String> claims =
                Optional.ofNullable(token.getClaimAsStringList("roles")).orElse(List.of());
        return claims.stream()
                .flatMap(claim -> Role.of(claim).stream())
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.claim()))
                .toList();
    }

    private static void write(HttpServletResponse answer, RefusalCode code, JsonMapper json) throws IOException {
        answer.setStatus(code.status());
        answer.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (code == RefusalCode.UNAUTHORISED) {
            answer.setHeader("WWW-Authenticate", "Bearer");
        }
        json.writeValue(answer.getOutputStream(), Problem.of(code).body());
    }
}
