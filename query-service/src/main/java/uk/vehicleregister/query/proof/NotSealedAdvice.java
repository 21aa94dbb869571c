package uk.vehicleregister.query.proof;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import uk.vehicleregister.query.seal.NotSealed;
import uk.vehicleregister.query.web.Faults;

/// 503, to be asked again in a few seconds.
@RestControllerAdvice
class NotSealedAdvice {

    private final Faults faults;

    NotSealedAdvice(Faults faults) {
        this.faults = faults;
    }

    @ExceptionHandler(NotSealedException.class)
    void notSealed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        faults.tell(NotSealed.yet(), request, response);
    }
}
