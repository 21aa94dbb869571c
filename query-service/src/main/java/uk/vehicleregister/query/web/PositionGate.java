package uk.vehicleregister.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.query.projection.Positions;
import uk.vehicleregister.query.projection.Projection;
import uk.vehicleregister.query.projection.Projections;

/// Read your own write (design.md 9): waits until the read model has come as far as the caller asks, and says on every
/// answer how far it had come before its rows were read.
@Component
class PositionGate implements HandlerInterceptor {

    static final String REGISTER_POSITION = "Register-Position";
    private static final String AT_LEAST = "If-Position-At-Least";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Positions positions;
    private final Projections projections;
    private final Faults faults;

    PositionGate(Positions positions, Projections projections, Faults faults) {
        this.positions = positions;
        this.projections = projections;
        this.faults = faults;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, InterruptedException {
        if (Gate.isPublished(handler)) return true;
        List<String> used = used(handler);
        String asked = request.getHeader(AT_LEAST);
        if (asked != null && !NUMBER.matcher(asked).matches()) {
            faults.tell(
                    Fault.invalid(List.of(new FieldFault(AT_LEAST, "MALFORMED", "must be a position: a whole number"))),
                    request,
                    response);
            return false;
        }
        long atLeast = asked == null ? -1 : Long.parseLong(asked);
        boolean there = asked == null || positions.await(used, atLeast, PATIENCE);
        long position = used.stream().mapToLong(positions::of).min().orElse(-1);
        response.setHeader(REGISTER_POSITION, String.valueOf(there ? Math.max(position, atLeast) : position));
        if (!there) faults.tell(Fault.of(RefusalCode.NOT_CAUGHT_UP), request, response);
        return there;
    }

    private List<String> used(@Nullable Object handler) {
        AnswersFrom from =
                handler instanceof HandlerMethod method ? method.getMethodAnnotation(AnswersFrom.class) : null;
        if (from != null) return List.of(from.value());
        return projections.all().stream().map(Projection::name).toList();
    }
}
