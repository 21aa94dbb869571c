package uk.vehicleregister.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// The form in which some callers expect a fault.
public interface FaultForm {

    /// Is this one of its requests?
    boolean speaksTo(HttpServletRequest request);

    void write(Fault fault, HttpServletResponse response) throws IOException;
}
