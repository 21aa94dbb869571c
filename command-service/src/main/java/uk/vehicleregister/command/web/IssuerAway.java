package uk.vehicleregister.command.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// While the issuer's keys cannot be had, nobody can be told apart: 503, nothing was recorded, and it passes by itself.
final class IssuerAway extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerAway.class);

    private final JsonMapper json;

    IssuerAway(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, answer);
        } catch (AuthenticationServiceException | JwtDecoderInitializationException away) {
            LOG.warn("the issuer's keys cannot be had", away);
            answer.setStatus(RefusalCode.LOG_UNAVAILABLE.status());
            answer.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            answer.setHeader("Retry-After", "5");
            json.writeValue(
                    answer.getOutputStream(),
                    Problem.of(RefusalCode.LOG_UNAVAILABLE).body());
        }
    }
}
