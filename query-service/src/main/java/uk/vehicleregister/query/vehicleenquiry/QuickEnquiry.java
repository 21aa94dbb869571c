package uk.vehicleregister.query.vehicleenquiry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.vehicleregister.query.customer.Customer;
import uk.vehicleregister.query.customer.Customers;
import uk.vehicleregister.query.customer.Rates;
import uk.vehicleregister.query.projection.Positions;

/// The short way of the enquiry: the usual question, by a customer known already and within their rate, whose answer is
/// ready. It is answered as [VehicleEnquiryEndpoint] would, letter for letter, and counted in the same metric. All else
/// goes the long way untouched, so nothing is refused here, and no rule is told twice.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class QuickEnquiry implements Filter {

    static final String PATH = VehicleEnquiryForm.PATHS + "v1/vehicles";

    private static final int LONGEST_BODY = 256;
    private static final long UNKNOWN = Long.MIN_VALUE;
    private static final Set<String> JSON =
            Set.of("application/json", "application/json;charset=utf-8", "application/json; charset=utf-8");
    private static final Set<String> TAKES_JSON =
            Set.of("*/*", "application/json", "application/json, */*", "application/json, text/plain, */*");

    private final Customers customers;
    private final Rates rates;
    private final Positions positions;
    private final ReadyAnswers ready;
    private final Timer answered;

    QuickEnquiry(Customers customers, Rates rates, Positions positions, ReadyAnswers ready, MeterRegistry meters) {
        this.customers = customers;
        this.rates = rates;
        this.positions = positions;
        this.ready = ready;
        this.answered = timer(meters);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest asked)
                || !(response instanceof HttpServletResponse told)
                || !isUsual(asked)) {
            chain.doFilter(request, response);
            return;
        }
        long began = System.nanoTime();
        Optional<Customer> customer = customers.known(asked.getHeader(ApiKeyGate.KEY));
        if (customer.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = asked.getInputStream().readNBytes(asked.getContentLength());
        long position = position();
        byte[] answer = position == UNKNOWN ? null : ready(body);
        if (answer == null || rates.secondsToWait(customer.get()) > 0) {
            chain.doFilter(new ReadAgain(asked, body), response);
            return;
        }
        ApiKeyGate.correlate(asked, told);
        told.setHeader("Register-Position", Long.toString(position));
        SecurityHeaders.set(asked, told);
        told.setContentType("application/json");
        told.setContentLength(answer.length);
        told.getOutputStream().write(answer);
        answered.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }

    /// Before the answer is looked at, which is then at least as far.
    private long position() {
        try {
            return positions.of(VehicleEnquiryProjection.NAME);
        } catch (RuntimeException e) {
            return UNKNOWN; // the long way says what is wrong
        }
    }

    private byte @Nullable [] ready(byte[] body) {
        String mark = QuickQuestion.mark(body);
        return mark == null ? null : ready.of(mark);
    }

    private static boolean isUsual(HttpServletRequest request) {
        return request.getRequestURI().equals(PATH)
                && request.getMethod().equals("POST")
                && request.getQueryString() == null
                && request.getContentLength() > 0
                && request.getContentLength() <= LONGEST_BODY
                && isOneOf(JSON, request.getContentType())
                && (request.getHeader("Accept") == null || isOneOf(TAKES_JSON, request.getHeader("Accept")))
                && request.getHeader("If-Position-At-Least") == null
                && request.getHeader("Origin") == null;
    }

    private static boolean isOneOf(Set<String> known, @Nullable String header) {
        return header != null && known.contains(header.toLowerCase(Locale.ROOT));
    }

    /// As the long way is counted by Spring.
    private static Timer timer(MeterRegistry meters) {
        return Timer.builder("http.server.requests")
                .tag("error", "none")
                .tag("exception", "none")
                .tag("method", "POST")
                .tag("outcome", "SUCCESS")
                .tag("status", "200")
                .tag("uri", PATH)
                .register(meters);
    }
}
