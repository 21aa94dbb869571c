package uk.vehicleregister.command.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// What goes wrong before any endpoint is reached: a request the server cannot even read.
@Hidden
@RestController
final class LastResort implements ErrorController {

    @RequestMapping("/error")
    @MayCall(anybody = true)
    ResponseEntity<Object> tell(HttpServletRequest request) {
        boolean unreadable = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                && status >= 400
                && status < 500;
        return Problem.of(unreadable ? RefusalCode.INVALID_REQUEST : RefusalCode.INTERNAL_FAULT)
                .answer();
    }
}
