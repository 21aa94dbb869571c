package uk.vehicleregister.command;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import uk.vehicleregister.kernel.Samples;

/// Requests that are in order, as clients send them; a test changes what it is about.
public final class Bodies {

    public static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    public static final String POSTCODE = "SA3 4HP";
    public static final String EXECUTORS_POSTCODE = "CF10 3NP";

    public static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    public static Map<String, Object> without(Map<String, Object> body, String field) {
        Map<String, Object> changed = new LinkedHashMap<>(body);
        changed.remove(field);
        return changed;
    }

    public static Map<String, Object> vehicle() {
        return vehicle(LocalDate.of(2019, 3, 14));
    }

    public static Map<String, Object> vehicle(LocalDate firstRegistered) {
        return map(
                "vin",
                vin(),
                "make",
                "VOLKSWAGEN",
                "model",
                "GOLF SE TSI",
                "colour",
                "BLUE",
                "fuelType",
                "PETROL",
                "engineCapacity",
                1395,
                "yearOfManufacture",
                firstRegistered.getYear(),
                "dateOfFirstRegistration",
                firstRegistered.toString(),
                "typeApproval",
                "M1",
                "keeper",
                person());
    }

    public static Map<String, Object> keeperChange(String mark, String reference) {
        return map(
                "registrationMark",
                mark,
                "documentReference",
                reference,
                "newKeeper",
                person(),
                "dateOfSale",
                TODAY.minusDays(1).toString(),
                "keeperConsent",
                true,
                "rightsToMarkConsent",
                true);
    }

    public static Map<String, Object> disposal(String mark, String reference) {
        return map(
                "registrationMark",
                mark,
                "documentReference",
                reference,
                "trader",
                trader(),
                "dateOfSale",
                TODAY.minusDays(1).toString(),
                "keeperConsent",
                true,
                "rightsToMarkConsent",
                true);
    }

    public static Map<String, Object> acquisition(String mark, String reference) {
        return map(
                "registrationMark",
                mark,
                "documentReference",
                reference,
                "trader",
                trader(),
                "newKeeper",
                business(),
                "dateOfSale",
                TODAY.toString(),
                "keeperConsent",
                true,
                "taxOrSorn",
                "NEITHER");
    }

    public static Map<String, Object> retention(String mark, String reference, String paymentToken) {
        return map(
                "registrationMark", mark,
                "documentReference", reference,
                "keeperPostcode", POSTCODE,
                "actingAs", "KEEPER",
                "payment", map("token", paymentToken));
    }

    public static Map<String, Object> assignment(String mark, String reference, String certificate, String toAssign) {
        return map(
                "registrationMark", mark,
                "documentReference", reference,
                "keeperPostcode", POSTCODE,
                "certificateNumber", certificate,
                "markToAssign", toAssign,
                "granteeConsent", true,
                "actingAs", "KEEPER");
    }

    /// As its keeper tells it.
    public static Map<String, Object> scrapping(String mark, String reference) {
        return map("registrationMark", mark, "dateOfScrapping", TODAY.toString(), "documentReference", reference);
    }

    /// As a treatment facility tells it.
    public static Map<String, Object> destruction(String mark, String certificate) {
        return map(
                "registrationMark", mark, "dateOfScrapping", TODAY.toString(), "certificateOfDestruction", certificate);
    }

    public static Map<String, Object> export(String mark, String reference) {
        return map(
                "registrationMark",
                mark,
                "documentReference",
                reference,
                "dateOfExport",
                TODAY.toString(),
                "destinationCountry",
                "IE");
    }

    public static Map<String, Object> death(String mark, String reference) {
        return map(
                "registrationMark",
                mark,
                "documentReference",
                reference,
                "dateOfDeath",
                TODAY.minusDays(3).toString(),
                "executor",
                executor());
    }

    public static Map<String, Object> keeperDetails(String mark, String reference) {
        return map(
                "registrationMark",
                mark,
                "documentReference",
                reference,
                "keeper",
                with(person(), "address", with(address(), "postcode", EXECUTORS_POSTCODE)));
    }

    public static Map<String, Object> v5cReplacement(String mark, String postcode) {
        return map("registrationMark", mark, "keeperPostcode", postcode, "reason", "LOST");
    }

    public static Map<String, Object> executor() {
        return map(
                "name",
                "Lloyd & Rees",
                "address",
                map("lines", List.of("3 Chapel Street"), "postTown", "Cardiff", "postcode", EXECUTORS_POSTCODE));
    }

    public static Map<String, Object> purchase(String mark, String paymentToken) {
        return map(
                "registrationMark", mark,
                "purchaser", purchaser(),
                "payment", map("token", paymentToken));
    }

    public static Map<String, Object> certificate(String mark, String certificate) {
        return map("registrationMark", mark, "certificateNumber", certificate);
    }

    public static Map<String, Object> nomination(String mark, String certificate, Map<String, Object> nominee) {
        return with(certificate(mark, certificate), "nominee", nominee);
    }

    public static Map<String, Object> transfer(
            String mark, String reference, String toMark, String toReference, String paymentToken) {
        return map(
                "from", map("registrationMark", mark, "documentReference", reference),
                "to", map("registrationMark", toMark, "documentReference", toReference),
                "keeperPostcode", POSTCODE,
                "payment", map("token", paymentToken));
    }

    public static Map<String, Object> marker(String mark, String marker, String state) {
        return map("registrationMark", mark, "marker", marker, "state", state, "reason", "case 17");
    }

    public static Map<String, Object> sorn(String mark, String reference) {
        return map("registrationMark", mark, "documentReference", reference, "from", TODAY.toString());
    }

    public static Map<String, Object> taxPayment(String mark, String from, String until) {
        return map("registrationMark", mark, "from", from, "until", until);
    }

    public static Map<String, Object> motFailure(String mark) {
        return map("registrationMark", mark, "testedOn", TODAY.toString(), "result", "FAIL");
    }

    public static Map<String, Object> motPass(String mark, String testedOn, String expiresOn) {
        return map("registrationMark", mark, "testedOn", testedOn, "result", "PASS", "expiresOn", expiresOn);
    }

    public static Map<String, Object> correction(String vehicleId, long corrects, String field, Object value) {
        return map("vehicleId", vehicleId, "corrects", corrects, "reason", "case 17", field, value);
    }

    public static Map<String, Object> person() {
        return map(
                "type", "PERSON",
                "title", "Mrs",
                "firstNames", "Gwenllian",
                "lastName", "Prosser-Hughes",
                "address", address());
    }

    public static Map<String, Object> business() {
        return map("type", "BUSINESS", "name", "TAFF VAN HIRE LTD", "fleetNumber", "012345", "address", address());
    }

    public static Map<String, Object> trader() {
        return map("name", "QJ Motors", "address", address());
    }

    public static Map<String, Object> actingBusiness() {
        return map("name", "Plates For You", "contact", "Idris", "email", "idris@example.org", "address", address());
    }

    public static Map<String, Object> purchaser() {
        return map("name", "Owen Rees", "email", "owen@example.org", "address", address());
    }

    /// The keeper of every vehicle made here, as a certificate names her.
    public static Map<String, Object> nominee() {
        return nominee("Mrs Gwenllian Prosser Hughes");
    }

    public static Map<String, Object> nominee(String name) {
        return map("name", name, "address", address());
    }

    public static Map<String, Object> address() {
        return map("lines", List.of("12 Harbour View", "Mumbles"), "postTown", "Swansea", "postcode", POSTCODE);
    }

    public static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    private static String vin() {
        return Samples.VIN.text().substring(0, 8)
                + String.format("%09d", ThreadLocalRandom.current().nextInt(1_000_000_000));
    }

    private Bodies() {}
}
