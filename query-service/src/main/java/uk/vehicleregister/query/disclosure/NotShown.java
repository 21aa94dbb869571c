package uk.vehicleregister.query.disclosure;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.query.web.Fault;
import uk.vehicleregister.query.web.Faults;
import uk.vehicleregister.query.web.QuietTrace;

/// Tells that a look could not be recorded, and so is not answered.
@RestControllerAdvice
class NotShown {

    private static final Logger LOG = LoggerFactory.getLogger(NotShown.class);

    private final Faults faults;

    NotShown(Faults faults) {
        this.faults = faults;
    }

    @ExceptionHandler
    void notRecorded(LookNotRecordedException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.warn("A look was not recorded, and not answered: {}", QuietTrace.of(e));
        faults.tell(Fault.of(RefusalCode.LOOK_NOT_RECORDED), request, response);
    }
}
