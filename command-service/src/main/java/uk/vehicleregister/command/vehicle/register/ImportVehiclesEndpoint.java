package uk.vehicleregister.command.vehicle.register;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.command.web.BulkLoad;
import uk.vehicleregister.command.web.CommandRequest;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;

@RestController
final class ImportVehiclesEndpoint {

    private final ImportDesk imports;

    ImportVehiclesEndpoint(ImportDesk imports) {
        this.imports = imports;
    }

    /// Bulk load of older records: up to 1,000 rows, each decided by itself and known again by its VIN, so that
    /// the same rows may be sent again after any interruption.
    @PostMapping("/v1/imports")
    @MayCall(Role.REGISTRAR)
    @BulkLoad
    ResponseEntity<Object> post(CommandRequest request) {
        ImportDesk.Report report = imports.load(request.rows(ImportDesk.MOST_ROWS), request::submission);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("position", report.position());
        body.put("results", report.results());
        return ResponseEntity.ok()
                .header("Register-Position", Long.toString(report.position()))
                .body(body);
    }
}
