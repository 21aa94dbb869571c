package uk.vehicleregister.command.sorn.declare;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.command.desk.CommandDesk;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.RecordedTransaction;
import uk.vehicleregister.command.lookup.ProofForm;
import uk.vehicleregister.command.web.Answers;
import uk.vehicleregister.command.web.CommandRequest;
import uk.vehicleregister.command.web.Entrance;
import uk.vehicleregister.command.web.Field;
import uk.vehicleregister.command.web.Fields;
import uk.vehicleregister.command.web.Form;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleFields;

@RestController
final class DeclareSornEndpoint implements Form<DeclareSorn>, Entrance {

    private final CommandDesk desk;

    DeclareSornEndpoint(CommandDesk desk) {
        this.desk = desk;
    }

    /// Declares a vehicle off the road; tax that is left over is given back.
    @PostMapping("/v1/sorn-declarations")
    @MayCall({Role.CITIZEN, Role.DEALER})
    ResponseEntity<Object> post(CommandRequest request) {
        return Answers.of(submit(request), this::answer);
    }

    @Override
    public String name() {
        return "sorn-declarations";
    }

    @Override
    public Outcome submit(CommandRequest request) {
        return desk.submit(request.read(this), request.submission());
    }

    @Override
    public Field<DeclareSorn> read(Fields in) {
        var mark = in.required("registrationMark", RegistrationMark::parse);
        var proof = ProofForm.read(in);
        var from = in.required("from", VehicleFields::date);
        return in.done(() -> new DeclareSorn(mark.get(), proof.get(), from.get()));
    }

    @Override
    public Map<String, ?> answer(RecordedTransaction transaction) {
        return Map.of();
    }
}
