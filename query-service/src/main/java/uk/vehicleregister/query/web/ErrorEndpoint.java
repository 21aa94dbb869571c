package uk.vehicleregister.query.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// What the container refuses by itself, such as a broken address, in the same form as everything else.
@RestController
@Hidden
class ErrorEndpoint implements ErrorController {

    private final Faults faults;

    ErrorEndpoint(Faults faults) {
        this.faults = faults;
    }

    @RequestMapping("/error")
    @MayCall(anybody = true)
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        faults.tell(
                switch (status instanceof Integer number ? number : 404) {
                    case 400 -> Fault.invalid(List.of());
                    case 401 -> Fault.of(RefusalCode.UNAUTHORISED);
                    case 403 -> Fault.of(RefusalCode.FORBIDDEN);
                    case 404 -> Fault.of(RefusalCode.NOT_FOUND);
                    case 405 -> Fault.METHOD_NOT_ALLOWED;
                    default -> Fault.UNEXPECTED;
                },
                request,
                response);
    }
}
