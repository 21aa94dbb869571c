package uk.vehicleregister.query.disclosure;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.disclosure.DisclosureKind;
import uk.vehicleregister.kernel.disclosure.DisclosurePurpose;

/// Who looks in the request at hand: in which role, at what, and what for.
record Looker(Role role, DisclosureKind kind, StatedPurpose stated) {

    private static final String LOOKER = Looker.class.getName();
    private static final String RECORDED = LOOKER + ".recorded";

    /// Throws IllegalStateException outside an endpoint that [Discloses].
    static Looker ofRequest() {
        if (request().getAttribute(LOOKER) instanceof Looker looker) return looker;
        throw new IllegalStateException("only an endpoint that says what it discloses can record it");
    }

    void comesWith(HttpServletRequest request) {
        request.setAttribute(LOOKER, this);
    }

    static void recorded() {
        request().setAttribute(RECORDED, true);
    }

    static boolean isRecorded() {
        return Boolean.TRUE.equals(request().getAttribute(RECORDED));
    }

    DisclosurePurpose purpose() {
        return stated.purpose();
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
