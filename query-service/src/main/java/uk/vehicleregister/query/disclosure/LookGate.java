package uk.vehicleregister.query.disclosure;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.query.web.Callers;
import uk.vehicleregister.query.web.Fault;
import uk.vehicleregister.query.web.Faults;
import uk.vehicleregister.query.web.InvalidRequestException;

/// Reads who looks and what for, once it is known that they may, and before anything is looked up.
@Component
class LookGate implements HandlerInterceptor, WebMvcConfigurer {

    /// After the gate that asks who may call, before the one that waits for a position.
    private static final int ORDER = 2;

    private final Callers callers;
    private final Faults faults;

    LookGate(Callers callers, Faults faults) {
        this.callers = callers;
        this.faults = faults;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(ORDER);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) return true;
        Discloses discloses = method.getMethodAnnotation(Discloses.class);
        MayCall rule = method.getMethodAnnotation(MayCall.class);
        if (discloses == null || rule == null) return true;
        try {
            Arrays.stream(rule.value())
                    .filter(callers::holds)
                    .findFirst()
                    .ifPresent(role ->
                            new Looker(role, discloses.value(), StatedPurpose.of(request, role)).comesWith(request));
            return true;
        } catch (InvalidRequestException e) {
            faults.tell(Fault.invalid(e.faults()), request, response);
            return false;
        }
    }
}
