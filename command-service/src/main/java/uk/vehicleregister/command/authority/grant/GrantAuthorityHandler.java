package uk.vehicleregister.command.authority.grant;

import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.lookup.LookUp;
import uk.vehicleregister.command.lookup.LookUpGate;
import uk.vehicleregister.command.lookup.VehicleOnRecord;

@Component
final class GrantAuthorityHandler {

    private final LookUpGate gate;
    private final BusinessCalendar calendar;

    GrantAuthorityHandler(LookUpGate gate, BusinessCalendar calendar) {
        this.gate = gate;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(GrantAuthority command, Journal journal) {
        LookUp found = gate.find(journal, command.mark(), command.proof());
        if (found.isEmpty()) {
            return found.refused();
        }
        VehicleOnRecord vehicle = found.get();
        UUID authorityId = UUID.randomUUID();
        journal.authority(authorityId);
        String evidence = Objects.requireNonNull(vehicle.latestReference()).digest();
        return GrantAuthorityDecider.decide(
                command,
                Fold.of(vehicle.facts(), GrantAuthorityDecider.Vehicle.NEW, GrantAuthorityDecider::evolve),
                new GrantAuthorityDecider.Shown(authorityId, vehicle.id(), journal.client(), evidence),
                calendar.today());
    }
}
