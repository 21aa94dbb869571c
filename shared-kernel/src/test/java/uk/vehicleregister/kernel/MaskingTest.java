package uk.vehicleregister.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.event.Approved;
import uk.vehicleregister.kernel.event.EventCatalogue;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.kernel.event.WorkedRow;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.field.TextRule;
import uk.vehicleregister.kernel.keeper.DriverNumber;
import uk.vehicleregister.kernel.keeper.Email;
import uk.vehicleregister.kernel.keeper.Estate;
import uk.vehicleregister.kernel.keeper.FleetNumber;
import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.licensing.Licensing;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// Nothing personal, no mark, VIN or credential may reach a log line, and a log line is often just a `toString()`.
class MaskingTest {

    /// Records that may say what they hold. A new record belongs here or among the samples below: think about it.
    private static final Set<Class<?>> PLAIN = Set.of(
            VehicleId.class,
            VehicleDetails.class,
            Licensing.class,
            Licensing.TaxPeriod.class,
            TextRule.class,
            WorkedRow.class,
            WorkedRow.FaultyField.class,
            Parsed.Faulty.class);

    /// Events that hold nothing but ids, dates and plain words.
    private static final Set<String> HOLD_NOTHING_SECRET = Set.of(
            "AuthorityGranted",
            "AuthorityRevoked",
            "BatchEnded",
            "BatchRowsWorked",
            "BatchSubmitted",
            "MotFailed",
            "MotPassed",
            "PaymentAuthorised",
            "PaymentCancelled",
            "PaymentDeclined",
            "PaymentRefundDue",
            "PaymentRefunded",
            "PaymentReleased",
            "PaymentSettled",
            "PaymentSettlementRefused",
            "PaymentTokenUsed",
            "PersonErased",
            "SornDeclared",
            "TaxPaid",
            "TaxRefundDue",
            "V5CReplaced");

    private static final List<Record> SECRET = List.of(
            Samples.MARK,
            Samples.VIN,
            Samples.DOCUMENT_REFERENCE,
            Samples.CERTIFICATE_NUMBER,
            Samples.credential(),
            Samples.sealed("a text"),
            Samples.sealedPerson(),
            Samples.sealedParty(),
            Samples.person(),
            Samples.business(),
            Samples.trader(),
            Samples.actingBusiness(),
            Samples.grantee(),
            Samples.purchaser(),
            Samples.nominee(),
            new Estate("MR OWEN REES", Samples.address(), null),
            Samples.address(),
            new Postcode("SA67JL"),
            new Email("someone@example.org"),
            new DriverNumber("MORGA657054SM9IJ"),
            new FleetNumber("123456"),
            new Parsed.Valid<>("Prosser-Hughes"));

    @Test
    void every_record_of_the_kernel_was_thought_about() {
        Set<Class<?>> known = new LinkedHashSet<>(PLAIN);
        SECRET.forEach(sample -> known.add(sample.getClass()));
        known.addAll(EventCatalogue.all());
        assertThat(recordsOfTheKernel()).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void what_is_personal_a_mark_a_vin_or_a_credential_is_masked() {
        for (Record sample : SECRET) assertMasked(sample, textsIn(sample));
    }

    @Test
    void events_mask_what_they_hold_of_it() {
        Map<String, Set<String>> secrets = new LinkedHashMap<>();
        for (Record event : Approved.events()) {
            Set<String> texts = new LinkedHashSet<>();
            for (RecordComponent component : event.getClass().getRecordComponents()) {
                Object value = read(component, event);
                if (value instanceof Record held && !PLAIN.contains(held.getClass())) texts.addAll(textsIn(held));
                // What a registrar wrote may name a person; a payment's reason is a code.
                boolean written = component.getName().equals("reason") && !(event instanceof PaymentFact);
                if (written && value instanceof String reason) texts.add(reason);
            }
            secrets.put(event.getClass().getSimpleName(), texts);
            texts.forEach(text -> assertThat(event.toString()).doesNotContain(text));
        }
        assertThat(secrets.keySet().stream().filter(name -> secrets.get(name).isEmpty()))
                .containsExactlyInAnyOrderElementsOf(HOLD_NOTHING_SECRET);
        assertThat(secrets.get("VehicleRegistered")).hasSizeGreaterThan(3);
    }

    private static void assertMasked(Record value, Collection<String> texts) {
        assertThat(texts).as(value.getClass().getSimpleName()).isNotEmpty();
        for (String text : texts) {
            assertThat(value.toString()).as(value.getClass().getSimpleName()).doesNotContain(text);
        }
    }

    private static Set<String> textsIn(Object value) {
        Set<String> texts = new LinkedHashSet<>();
        collect(value, texts);
        return texts;
    }

    private static void collect(Object value, Set<String> texts) {
        switch (value) {
            case null -> {}
            case String text -> texts.add(text);
            case LocalDate date -> texts.add(date.toString());
            case Collection<?> items -> items.forEach(item -> collect(item, texts));
            case Record held -> {
                for (RecordComponent component : held.getClass().getRecordComponents()) {
                    collect(read(component, held), texts);
                }
            }
            default -> {}
        }
    }

    private static Object read(RecordComponent component, Object owner) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Class<?>> recordsOfTheKernel() {
        List<Class<?>> records = new ArrayList<>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("uk.vehicleregister.kernel")
                .forEach(type -> {
                    if (type.isRecord()) records.add(type.reflect());
                });
        return records;
    }
}
