package uk.vehicleregister.command.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// Lets in so many requests at a time and turns the others away at once. Whoever is let in is answered soon, since no
/// more than that many queue for the log; turning away costs next to nothing, as not even the token is looked at.
/// Health and metrics are never turned away: they are needed most when there is too much to do.
final class Admission extends OncePerRequestFilter {

    /// Seconds. Drawn, so that those turned away together do not come back together.
    private static final int LONGEST_WAIT = 5;

    private final Semaphore room;
    private final JsonMapper json;
    private final Counter turnedAway;

    Admission(int most, JsonMapper json, MeterRegistry meters) {
        this.room = new Semaphore(most);
        this.json = json;
        this.turnedAway = Counter.builder("register.requests.turned.away")
                .description("requests answered 503 OVERLOADED")
                .register(meters);
        Gauge.builder("register.requests.at.work", () -> most - room.availablePermits())
                .description("requests that are being answered now")
                .register(meters);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/v1/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws ServletException, IOException {
        if (!room.tryAcquire()) {
            turnAway(answer);
            return;
        }
        try {
            chain.doFilter(request, answer);
        } finally {
            room.release();
        }
    }

    private void turnAway(HttpServletResponse answer) throws IOException {
        turnedAway.increment();
        answer.setStatus(RefusalCode.OVERLOADED.status());
        answer.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        answer.setHeader(
                "Retry-After", Integer.toString(ThreadLocalRandom.current().nextInt(1, LONGEST_WAIT + 1)));
        json.writeValue(
                answer.getOutputStream(), Problem.of(RefusalCode.OVERLOADED).body());
    }
}
