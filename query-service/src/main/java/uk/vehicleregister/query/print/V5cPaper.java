package uk.vehicleregister.query.print;

import static uk.vehicleregister.query.print.Bilingual.words;
import static uk.vehicleregister.query.print.Row.optional;
import static uk.vehicleregister.query.print.Row.row;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.DocumentReference;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.kernel.vehicle.Vin;

/// The registration certificate of a vehicle. The letters before headings are the harmonised codes of such certificates
/// (directive 1999/37/EC, annex I).
///
/// @param keeper null: in the trade
/// @param keeperSince for a vehicle in the trade, since when it has been there
record V5cPaper(
        RegistrationMark mark,
        DocumentReference documentReference,
        Vin vin,
        VehicleDetails details,
        @Nullable Addressee keeper,
        LocalDate keeperSince,
        LocalDate issuedOn,
        Imprint imprint)
        implements Paper {

    private static final Bilingual NO_PROOF = words(
            "This document is not proof of ownership. It shows who is responsible for registering and taxing the vehicle.",
            "Nid yw'r ddogfen hon yn brawf o berchnogaeth. Mae'n dangos pwy sy'n gyfrifol am gofrestru a threthu'r cerbyd.");

    @Override
    public String code() {
        return "V5C";
    }

    @Override
    public Bilingual title() {
        return words("Vehicle registration certificate", "Tystysgrif gofrestru cerbyd");
    }

    @Override
    public @Nullable Addressee addressee() {
        return keeper;
    }

    @Override
    public void body(Sheet sheet) {
        sheet.say(NO_PROOF);
        sheet.rows(
                row(words("Document reference", "Cyfeirnod y ddogfen"), documentReference.text()),
                row(words("A  Registration mark", "A  Rhif cofrestru"), mark.display()),
                row(words("C.1  Registered keeper", "C.1  Ceidwad cofrestredig"), keeper),
                row(words("Acquired vehicle on", "Dyddiad cael y cerbyd"), keeperSince),
                row(words("Issued on", "Dyddiad cyhoeddi"), issuedOn));
        sheet.rows(
                row(
                        words("B  Date of first registration", "B  Dyddiad y cofrestriad cyntaf"),
                        details.dateOfFirstRegistration()),
                row(words("D.1  Make", "D.1  Gwneuthuriad"), details.make()),
                row(words("D.3  Model", "D.3  Model"), details.model()),
                row(words("R  Colour", "R  Lliw"), details.colour()),
                row(words("E  VIN", "E  Rhif adnabod y cerbyd"), vin.text()),
                row(
                        words("Year of manufacture", "Blwyddyn gweithgynhyrchu"),
                        String.valueOf(details.yearOfManufacture())),
                row(words("P.3  Type of fuel", "P.3  Math o danwydd"), details.fuelType()),
                optional(words("P.1  Engine capacity", "P.1  Maint yr injan"), details.engineCapacity(), " cc"),
                optional(words("V.7  CO2 emissions", "V.7  Allyriadau CO2"), details.co2Emissions(), " g/km"),
                optional(words("V.9  Euro status", "V.9  Statws Ewro"), details.euroStatus(), ""),
                optional(words("J  Type approval", "J  Cymeradwyaeth math"), details.typeApproval(), ""),
                optional(words("Wheelplan", "Cynllun olwynion"), details.wheelplan(), ""),
                optional(words("Revenue weight", "Pwysau refeniw"), details.revenueWeight(), " kg"));
    }
}
