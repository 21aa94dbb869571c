package uk.vehicleregister.query.vehicleenquiry;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.vehicleregister.query.web.Fault;
import uk.vehicleregister.query.web.FaultForm;
import uk.vehicleregister.query.web.Faults;

/// The error forms of the VES contract and of the gateway before it (domain.md 3.2). Clients are strict: statuses are
/// texts, 403 and 429 are the gateway's, and there is nothing above 400 but what the contract knows.
@Component
class VehicleEnquiryForm implements FaultForm {

    static final String PATHS = "/vehicle-enquiry/";
    static final String INVALID_MARK = "Invalid format for field - vehicle registration number";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Error(String status, @Nullable String code, String title, String detail) {}

    record Errors(List<Error> errors) {}

    record Gateway(String message) {}

    @Override
    public boolean speaksTo(HttpServletRequest request) {
        return request.getRequestURI().startsWith(PATHS);
    }

    @Override
    public void write(Fault fault, HttpServletResponse response) throws IOException {
        switch (fault.status()) {
            case 401, 403 -> gateway(403, "Forbidden", response);
            // an address the gateway does not know; an unknown vehicle is the endpoint's own answer
            case 404 -> gateway(403, "Forbidden", response);
            case 429 -> gateway(429, "Too Many Requests", response);
            case 400, 405, 406, 413, 415 -> error(400, "400", "Bad Request", INVALID_MARK, response);
            case 503 ->
                error(
                        503,
                        null,
                        "System currently down for maintenance",
                        "The service is currently down for maintenance, please contact support for more information",
                        response);
            default -> error(500, "500", "Internal Server Error", "System Error occurred", response);
        }
    }

    static Errors notFound() {
        return new Errors(List.of(new Error("404", "404", "Vehicle Not Found", "Record for vehicle not found")));
    }

    private static void gateway(int status, String message, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        Faults.writeJson(response, "application/json", new Gateway(message));
    }

    private static void error(
            int status, @Nullable String code, String title, String detail, HttpServletResponse response)
            throws IOException {
        response.setStatus(status);
        Faults.writeJson(
                response,
                "application/json",
                new Errors(List.of(new Error(String.valueOf(status), code, title, detail))));
    }
}
