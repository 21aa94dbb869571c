package uk.vehicleregister.query.vehiclehistory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.field.Dates;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.query.disclosure.Asked;
import uk.vehicleregister.query.disclosure.Subject;
import uk.vehicleregister.query.period.AsOf;
import uk.vehicleregister.query.proof.ProvenQuestion;
import uk.vehicleregister.query.web.Fields;
import uk.vehicleregister.query.web.Rules;

/// What is asked of a vehicle: by its id or by the mark it carried then, on which date, as known when, and whether with
/// its proof.
record VehicleQuestion(
        @Nullable RegistrationMark mark,
        @Nullable VehicleId vehicle,
        @Nullable LocalDate effectiveAt,
        @Nullable Instant recordedAt,
        boolean proof) {

    static VehicleQuestion of(JsonNode body) {
        Fields fields = Fields.of(body, "registrationMark", "vehicleId", "effectiveAt", "recordedAt", "proof");
        fields.oneOf("registrationMark", "vehicleId");
        Optional<RegistrationMark> mark = fields.optional("registrationMark", RegistrationMark::parse);
        Optional<VehicleId> vehicle = fields.optional("vehicleId", Rules::vehicleId);
        Optional<LocalDate> effectiveAt = fields.optional("effectiveAt", Dates::parse);
        Optional<Instant> recordedAt = fields.optional("recordedAt", Rules::time);
        boolean proof = fields.isTrue("proof");
        fields.end();
        return new VehicleQuestion(
                mark.orElse(null), vehicle.orElse(null), effectiveAt.orElse(null), recordedAt.orElse(null), proof);
    }

    /// For the record of who looked.
    Asked asked() {
        Asked asked = Asked.nothingElse()
                .with("effectiveAt", Optional.ofNullable(effectiveAt))
                .with("recordedAt", Optional.ofNullable(recordedAt));
        return proof ? asked.with("proof", true) : asked;
    }

    Subject about(String vehicleId) {
        return new Subject(new VehicleId(vehicleId), mark);
    }

    AsOf asOf() {
        return AsOf.of(effectiveAt, recordedAt);
    }

    ProvenQuestion proven(String history) {
        return new ProvenQuestion(
                history,
                vehicle == null ? null : vehicle.text(),
                mark == null ? null : mark.text(),
                effectiveAt,
                recordedAt);
    }
}
