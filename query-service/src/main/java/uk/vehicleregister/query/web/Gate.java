package uk.vehicleregister.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// Who may call an endpoint stands on it in [MayCall]; one that says nothing is refused to everybody. It stands before
/// the body is read, so the order is 401, 403, 400 (contract.md).
@Component
class Gate implements HandlerInterceptor {

    private final Faults faults;

    Gate(Faults faults) {
        this.faults = faults;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (isPublished(handler)) return true;
        MayCall rule = handler instanceof HandlerMethod method ? method.getMethodAnnotation(MayCall.class) : null;
        if (rule != null && rule.anybody()) return true;
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (isNobody(caller)) return refuse(RefusalCode.UNAUTHORISED, request, response);
        if (rule == null || Arrays.stream(rule.value()).noneMatch(role -> has(caller, role)))
            return refuse(RefusalCode.FORBIDDEN, request, response);
        return true;
    }

    /// The description of the API is for everybody, and the library that writes it knows nothing of our roles.
    static boolean isPublished(Object handler) {
        return handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().startsWith("org.springdoc.");
    }

    private static boolean isNobody(@Nullable Authentication caller) {
        return caller == null || !caller.isAuthenticated() || caller instanceof AnonymousAuthenticationToken;
    }

    private static boolean has(@Nullable Authentication caller, Role role) {
        return caller != null
                && caller.getAuthorities().stream()
                        .anyMatch(authority -> role.claim().equals(authority.getAuthority()));
    }

    private boolean refuse(RefusalCode code, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        faults.tell(Fault.of(code), request, response);
        return false;
    }
}
