package uk.vehicleregister.query.wholooked;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.disclosure.DisclosureKind;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.DocumentReference;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.query.disclosure.Asked;
import uk.vehicleregister.query.disclosure.Discloses;
import uk.vehicleregister.query.disclosure.Disclosures;
import uk.vehicleregister.query.disclosure.Subject;
import uk.vehicleregister.query.web.AnswersFrom;
import uk.vehicleregister.query.web.Callers;
import uk.vehicleregister.query.web.Faults;
import uk.vehicleregister.query.web.Fields;
import uk.vehicleregister.query.web.Page;
import uk.vehicleregister.query.web.Rules;

/// Who looked at a record. A keeper sees what was looked at in their own keepership, law enforcement only when
/// its day has come; a registrar or an auditor sees all there ever was, and is recorded as having looked.
@RestController
class WhoLookedEndpoint {

    private final Looks looks;
    private final KeeperDesk keepers;
    private final Disclosures disclosures;
    private final Callers callers;
    private final Faults faults;

    WhoLookedEndpoint(Looks looks, KeeperDesk keepers, Disclosures disclosures, Callers callers, Faults faults) {
        this.looks = looks;
        this.keepers = keepers;
        this.disclosures = disclosures;
        this.callers = callers;
        this.faults = faults;
    }

    /// The question, for the published description: the first two of a citizen or dealer, the third of a
    /// registrar or auditor.
    @Schema(name = "DisclosuresQuestion")
    record Question(
            @Nullable String registrationMark,
            @Nullable String documentReference,
            @Nullable String vehicleId,
            @Nullable Long after,
            @Nullable Integer limit) {}

    @PostMapping("/v1/disclosures/search")
    @MayCall({Role.REGISTRAR, Role.AUDITOR, Role.CITIZEN, Role.DEALER})
    @Discloses(DisclosureKind.DISCLOSURES)
    @AnswersFrom(DisclosuresProjection.NAME)
    @Operation(
            operationId = "disclosures",
            summary = "Who looked at a vehicle's record, what for and when, oldest first",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = Question.class))))
    Looks.@Nullable Answer search(@RequestBody JsonNode body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (callers.holds(Role.REGISTRAR) || callers.holds(Role.AUDITOR)) return toOfficial(body);
        Fields fields = Fields.of(body, "registrationMark", "documentReference", "after", "limit");
        Optional<RegistrationMark> mark = fields.required("registrationMark", RegistrationMark::parse);
        Optional<DocumentReference> reference = fields.required("documentReference", DocumentReference::parse);
        Page page = Page.of(fields);
        fields.end();

        KeeperDesk.Told<Looks.Answer> told = keepers.ask(
                mark.orElseThrow(),
                reference.orElseThrow(),
                Asked.nothingElse().with("after", page.after()),
                visible -> looks.page(visible, page));
        return switch (told) {
            case KeeperDesk.Told.Answer<Looks.Answer>(Looks.Answer answer) -> answer;
            case KeeperDesk.Told.Refused<Looks.Answer>(var why) -> {
                faults.tell(why, request, response);
                yield null;
            }
        };
    }

    private Looks.Answer toOfficial(JsonNode body) {
        Fields fields = Fields.of(body, "vehicleId", "after", "limit");
        Optional<VehicleId> vehicle = fields.required("vehicleId", Rules::vehicleId);
        Page page = Page.of(fields);
        fields.end();

        Looks.Answer answer = looks.page(new Looks.Visible(vehicle.orElseThrow(), -1, null), page);
        disclosures.record(Asked.nothingElse().with("after", page.after()), Subject.of(vehicle.orElseThrow()));
        return answer;
    }
}
