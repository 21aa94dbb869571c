package uk.vehicleregister.query.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import uk.vehicleregister.eventstore.log.LogUnavailableException;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// Around everything: a database or issuer that is away is 503, anything else 500. The log line names the classes
/// of the exceptions and where they came from but not their messages, which may quote what was sent.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LastResort extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    private final Faults faults;

    LastResort(Faults faults) {
        this.faults = faults;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (Exception e) {
            boolean away = isAway(e);
            Object endpoint = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            LOG.warn("{} on {}: {}", away ? 503 : 500, endpoint, QuietTrace.of(e));
            faults.tell(away ? Fault.of(RefusalCode.LOG_UNAVAILABLE) : Fault.UNEXPECTED, request, response);
        }
    }

    private static boolean isAway(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof LogUnavailableException
                    || cause instanceof IssuerAwayException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof SQLTransientConnectionException) return true;
            // 08: connection; 57P: the server is going down or starting; 53: out of resources
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().matches("(08|57P|53).*")) return true;
        }
        return false;
    }
}
