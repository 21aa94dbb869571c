package uk.vehicleregister.query.print;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.disclosure.DisclosureKind;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.disclosure.Asked;
import uk.vehicleregister.query.disclosure.Discloses;
import uk.vehicleregister.query.disclosure.Disclosures;
import uk.vehicleregister.query.disclosure.Subject;
import uk.vehicleregister.query.web.Fault;
import uk.vehicleregister.query.web.Faults;

/// A document or letter as PDF, by the position that `/v1/documents/search` and `/v1/letters/search` name. It
/// comes from the log itself, so no read model has to catch up first.
@RestController
class PaperEndpoint {

    private static final String NOT_PRINTED = "No document was printed for this position."
            + " Take the position from an answer of /v1/documents/search or /v1/letters/search.";

    private final Papers papers;
    private final AuditTrail trail;
    private final Disclosures disclosures;
    private final Faults faults;

    PaperEndpoint(Papers papers, AuditTrail trail, Disclosures disclosures, Faults faults) {
        this.papers = papers;
        this.trail = trail;
        this.disclosures = disclosures;
        this.faults = faults;
    }

    @GetMapping("/v1/documents/{position:[0-9]{1,18}}")
    @MayCall(Role.REGISTRAR)
    @Discloses(DisclosureKind.PRINTED_DOCUMENT)
    @Operation(operationId = "documentAsPdf", summary = "A document or letter as PDF, marked SPECIMEN")
    @ApiResponse(
            responseCode = "200",
            description = "The same bytes each time",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "404",
            description = "NOT_FOUND: nothing was printed for this position",
            content = @Content)
    @ApiResponse(
            responseCode = "410",
            description = "DOCUMENT_ERASED: the person it was about has been erased",
            content = @Content)
    @Nullable
    ResponseEntity<byte[]> print(@PathVariable long position, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return switch (papers.at(position)) {
            case Printing.Done done -> answer(done, position);
            case Printing.Erased _ -> refuse(Fault.of(RefusalCode.DOCUMENT_ERASED), request, response);
            case Printing.NothingToPrint _ ->
                refuse(Fault.of(RefusalCode.NOT_FOUND).saying(NOT_PRINTED), request, response);
        };
    }

    private ResponseEntity<byte[]> answer(Printing.Done done, long position) {
        disclosures.record(
                Asked.nothingElse().with("position", position),
                trail.at(position).map(entry -> subject(entry.fact())).stream().toList());
        String file = done.code().toLowerCase(Locale.ROOT) + "-" + position + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline().filename(file).build().toString())
                .body(done.pdf());
    }

    private static Subject subject(Fact fact) {
        return switch (fact) {
            case VehicleFact f -> Subject.of(f.vehicleId());
            case MarkFact f -> new Subject(f.carrier(), f.mark());
            case Fact other -> throw new IllegalStateException("nothing is printed of a " + other.getClass());
        };
    }

    private @Nullable ResponseEntity<byte[]> refuse(
            Fault fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        faults.tell(fault, request, response);
        return null;
    }
}
