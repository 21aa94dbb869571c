package uk.vehicleregister.program;

import java.util.List;

/// The columns of the import form, in the order of the contract ("Import columns").
public final class ImportColumns {

    public static final String VIN = "vin";
    public static final String MARK = "registrationMark";
    public static final String KEEPER_TYPE = "keeperType";
    public static final String POSTCODE = "postcode";
    public static final String DOCUMENT_REFERENCE = "documentReference";

    public static final List<String> ALL = List.of(
            VIN,
            MARK,
            "make",
            "model",
            "colour",
            "fuelType",
            "engineCapacity",
            "co2Emissions",
            "yearOfManufacture",
            "dateOfFirstRegistration",
            "typeApproval",
            "wheelplan",
            "euroStatus",
            KEEPER_TYPE,
            "title",
            "firstNames",
            "lastName",
            "businessName",
            "addressLine1",
            "addressLine2",
            "addressLine3",
            "postTown",
            POSTCODE,
            "keeperSince",
            DOCUMENT_REFERENCE);

    private ImportColumns() {}
}
