package uk.vehicleregister.query.print;

import java.time.LocalDate;
import java.util.List;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.keeper.Address;
import uk.vehicleregister.kernel.keeper.Business;
import uk.vehicleregister.kernel.keeper.Grantee;
import uk.vehicleregister.kernel.keeper.Keeper;
import uk.vehicleregister.kernel.keeper.Person;
import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.query.TestLog;
import uk.vehicleregister.query.TestVehicle;

/// A made-up vehicle whose people are sealed whole, so that its papers can be printed.
record PrintedVehicle(TestVehicle vehicle, TestLog log) {

    static final String ADA = "Mrs Ada Lovelace";
    static final String CHARLES = "Mr Charles Babbage";
    static final String ENGINES = "ENGINES (SWANSEA) & SONS";

    static PrintedVehicle in(TestLog log) {
        return new PrintedVehicle(TestVehicle.registeredOn("2010-03-01"), log);
    }

    SealedKeeper ada() {
        return keeper(new Person("Mrs", "Ada", "Lovelace", null, null, null, address("12 ANALYTICAL ROW", "SA67JL")));
    }

    SealedKeeper charles() {
        return keeper(new Person("Mr", "Charles", "Babbage", null, null, null, address("5 DEVON LANE", "SA6***")));
    }

    SealedKeeper engines() {
        return keeper(new Business(ENGINES, null, null, address("THE WORKS", "")));
    }

    /// The numbers are on the mark that goes off, and the keeper's again as grantee.
    Fact[] retained(RegistrationMark mark, RegistrationMark replacement, String on) {
        LocalDate date = LocalDate.parse(on);
        SealedParty grantee = new SealedParty(
                log.seal(EventJson.write(new Grantee(ADA, address("12 ANALYTICAL ROW", "SA67JL"), null))));
        return new Fact[] {
            new MarkRetained(vehicle.id(), mark, replacement, null, date),
            new V5CIssued(vehicle.id(), replacement, log.credential("22222222222"), date),
            new EntitlementGranted(
                    mark,
                    vehicle.id(),
                    log.credential("1-14316-054027-" + mark.text()),
                    grantee,
                    date,
                    date.plusYears(10)),
            new MarkIssued(replacement, vehicle.id(), date)
        };
    }

    private SealedKeeper keeper(Keeper keeper) {
        Sealed details = log.seal(EventJson.write(keeper));
        return new SealedKeeper(keeper.type(), details, details);
    }

    private static Address address(String line, String postcode) {
        return new Address(List.of(line, ""), "SWANSEA", new Postcode(postcode));
    }
}
