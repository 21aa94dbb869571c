package uk.vehicleregister.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Tells faults: as problem details (RFC 9457), unless a form of its own speaks for the request.
@Component
public class Faults {

    private record Problem(
            int status,
            String title,
            String detail,
            String code,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldFault> errors) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<FaultForm> forms;

    Faults(List<FaultForm> forms) {
        this.forms = List.copyOf(forms);
    }

    /// Does nothing when part of an answer has already left.
    public void tell(Fault fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) return;
        response.resetBuffer();
        response.setStatus(fault.status());
        if (fault.retryAfter() != null) response.setHeader("Retry-After", String.valueOf(fault.retryAfter()));
        for (FaultForm form : forms) {
            if (form.speaksTo(request)) {
                form.write(fault, response);
                return;
            }
        }
        if (fault.status() == 401 && !response.containsHeader("WWW-Authenticate"))
            response.setHeader("WWW-Authenticate", "Bearer");
        writeJson(
                response,
                "application/problem+json",
                new Problem(fault.status(), fault.title(), fault.detail(), fault.code(), fault.errors()));
    }

    public static void writeJson(HttpServletResponse response, String type, Object body) throws IOException {
        byte[] json = JSON.writeValueAsBytes(body);
        response.setContentType(type);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
        response.flushBuffer();
    }
}
