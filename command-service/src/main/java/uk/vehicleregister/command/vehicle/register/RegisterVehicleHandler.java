package uk.vehicleregister.command.vehicle.register;

import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.paper.MarkAllocation;
import uk.vehicleregister.command.paper.Papers;
import uk.vehicleregister.command.person.SealedPersons;
import uk.vehicleregister.eventstore.vault.DataKey;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleId;

@Component
final class RegisterVehicleHandler {

    private final VehicleIds ids;
    private final MarkAllocation allocation;
    private final SealedPersons persons;
    private final Papers papers;
    private final BusinessCalendar calendar;

    RegisterVehicleHandler(
            VehicleIds ids,
            MarkAllocation allocation,
            SealedPersons persons,
            Papers papers,
            BusinessCalendar calendar) {
        this.ids = ids;
        this.allocation = allocation;
        this.persons = persons;
        this.papers = papers;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(RegisterVehicle command, Journal journal) {
        VehicleId id = ids.of(command.vin());
        boolean vinIsKnown = !journal.vehicle(id).isEmpty();
        RegistrationMark mark = command.mark() != null
                ? command.mark()
                : allocation.neverIssued(journal, command.details().dateOfFirstRegistration());
        return RegisterVehicleDecider.decide(
                command,
                new RegisterVehicleDecider.Register(
                        id, vinIsKnown, mark, journal.mark(mark).isEmpty()),
                () -> print(command, journal, id),
                calendar.today());
    }

    /// A V5C of a vehicle in the trade belongs to nobody yet, and is sealed under a key of its own.
    private RegisterVehicleDecider.Papers print(RegisterVehicle command, Journal journal, VehicleId id) {
        DataKey key = journal.newDataKey();
        return new RegisterVehicleDecider.Papers(
                command.keeper() == null ? null : persons.keeper(command.keeper(), key),
                command.documentReference() == null
                        ? papers.newV5C(id, Set.of(), key)
                        : papers.v5c(id, command.documentReference(), key));
    }
}
