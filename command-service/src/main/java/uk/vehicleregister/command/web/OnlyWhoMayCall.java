package uk.vehicleregister.command.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import uk.vehicleregister.kernel.access.MayCall;

/// Lets a request through to an endpoint only in a role the endpoint names; an endpoint that names none is closed.
/// It runs before the body is read, so 403 comes before 400 (contract.md).
final class OnlyWhoMayCall implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || !isOurs(method)) {
            return true;
        }
        MayCall mayCall = method.getMethodAnnotation(MayCall.class);
        if (mayCall == null
                || !(mayCall.anybody()
                        || Caller.current()
                                .flatMap(caller -> caller.roleFor(mayCall))
                                .isPresent())) {
            throw new AccessDeniedException("not for this caller");
        }
        return true;
    }

    /// Actuator and OpenAPI bring endpoints of their own; the security chain decides about those.
    static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("uk.vehicleregister.");
    }
}
