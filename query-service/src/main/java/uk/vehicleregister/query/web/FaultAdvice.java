package uk.vehicleregister.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// What Spring and the endpoints throw, as faults. Anything else goes on to [LastResort].
@RestControllerAdvice
class FaultAdvice {

    private final Faults faults;

    FaultAdvice(Faults faults) {
        this.faults = faults;
    }

    @ExceptionHandler
    void invalid(InvalidRequestException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        faults.tell(Fault.invalid(e.faults()), request, response);
    }

    @ExceptionHandler
    void unreadable(HttpMessageNotReadableException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof BodyTooLargeException) {
                faults.tell(Fault.TOO_LARGE, request, response);
                return;
            }
        faults.tell(Fault.invalid(List.of(new FieldFault("", "MALFORMED", "must be JSON"))), request, response);
    }

    @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
    void unknownAddress(HttpServletRequest request, HttpServletResponse response) throws IOException {
        faults.tell(Fault.of(RefusalCode.NOT_FOUND), request, response);
    }

    @ExceptionHandler
    void method(HttpRequestMethodNotSupportedException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String[] supported = e.getSupportedMethods();
        if (supported != null) response.setHeader("Allow", String.join(", ", supported));
        faults.tell(Fault.METHOD_NOT_ALLOWED, request, response);
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    void mediaType(HttpServletRequest request, HttpServletResponse response) throws IOException {
        faults.tell(Fault.UNSUPPORTED_MEDIA_TYPE, request, response);
    }

    @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
    void notAcceptable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        faults.tell(Fault.NOT_ACCEPTABLE, request, response);
    }
}
