package uk.vehicleregister.benchmarks.bench;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.paper.Papers;
import uk.vehicleregister.command.person.SealedPersons;
import uk.vehicleregister.eventstore.vault.DataKey;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.keeper.Address;
import uk.vehicleregister.kernel.keeper.Person;
import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.paper.DocumentReference;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.kernel.vehicle.Vin;

/// A vehicle as one writes it with annotations, for the stock engine.
class StockVehicle {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final RegistrationMark MARK = new RegistrationMark("AB51CDE");
    private static final LocalDate BEGINNING = LocalDate.of(2001, 9, 1);
    private static final Person OWEN = new Person(
            "Mr",
            "Owen",
            "Rees",
            null,
            null,
            null,
            new Address(List.of("7 Castle Road"), "Cardiff", new Postcode("CF103NP")));

    /// What the handler seals and checks with, the same as ours.
    record Tools(Papers papers, SealedPersons persons, Vault vault) {}

    record Sell(@TargetAggregateIdentifier String vehicle, String reference, String today) {}

    /// The first events of a vehicle, and the reference in the hand of its keeper.
    record First(VehicleRegistered registered, V5CIssued v5c, String reference) {}

    @AggregateIdentifier
    private @Nullable String id;

    private @Nullable Credential latest;

    StockVehicle() {}

    static ParameterResolverFactory resolving(Tools tools) {
        return MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(StockVehicle.class),
                new SimpleResourceParameterResolverFactory(List.of(tools)));
    }

    static VehicleId id(int number) {
        return new VehicleId("stock-vehicle-%08d".formatted(number));
    }

    static First first(int number, Tools tools) {
        DataKey key = tools.vault().newKey();
        DocumentReference reference = DocumentReference.draw(RANDOM);
        VehicleDetails details = new VehicleDetails(
                "FORD", "FOCUS", "BLUE", "PETROL", 1596, 150, 2001, BEGINNING, "M1", "2 AXLE RIGID BODY", null, null);
        VehicleRegistered registered = new VehicleRegistered(
                id(number),
                new Vin("WF0AXXGCDA1234567"),
                MARK,
                details,
                tools.persons().keeper(OWEN, key),
                BEGINNING);
        V5CIssued issued = new V5CIssued(id(number), MARK, tools.papers().v5c(id(number), reference, key), BEGINNING);
        return new First(registered, issued, reference.text());
    }

    /// Answers the new reference, which plays the post.
    @CommandHandler
    String sell(Sell command, Tools tools) {
        VehicleId vehicle = new VehicleId(command.vehicle());
        if (latest == null || !tools.papers().isReference(latest, vehicle, new DocumentReference(command.reference())))
            throw new IllegalArgumentException("no such vehicle or reference");
        DataKey key = tools.vault().newKey();
        DocumentReference reference = DocumentReference.draw(RANDOM);
        LocalDate today = LocalDate.parse(command.today());
        AggregateLifecycle.apply(
                new KeeperChanged(vehicle, tools.persons().keeper(OWEN, key), today, null, null, List.of()));
        AggregateLifecycle.apply(new V5CIssued(vehicle, MARK, tools.papers().v5c(vehicle, reference, key), today));
        return reference.text();
    }

    @EventSourcingHandler
    void on(VehicleRegistered fact) {
        id = fact.vehicleId().text();
    }

    @EventSourcingHandler
    void on(V5CIssued fact) {
        latest = fact.documentReference();
    }
}
