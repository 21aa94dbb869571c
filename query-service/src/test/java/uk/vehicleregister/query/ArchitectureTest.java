package uk.vehicleregister.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.event.EventJson;

class ArchitectureTest {

    private static final String ROOT = "uk.vehicleregister.query.";
    /// And the outbox, which is none, but keeps to itself as they do.
    private static final Set<String> READ_MODELS = Set.of(
            "vehicleenquiry",
            "vehiclehistory",
            "markhistory",
            "documents",
            "letters",
            "stock",
            "batches",
            "positions",
            "logexport",
            "cases",
            "applications",
            "attempts",
            "mail");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("uk.vehicleregister");

    @Test
    void read_models_do_not_import_each_other() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        String name = packageUnderRoot(type);
                        return READ_MODELS.contains(name) ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "read models";
                    }
                })
                .should()
                .notDependOnEachOther()
                .check(classes);
        Set<String> found = new TreeSet<>();
        classes.forEach(type -> found.add(packageUnderRoot(type)));
        assertThat(found).containsAll(READ_MODELS);
    }

    @Test
    void packages_form_no_circles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void what_read_models_share_knows_nothing_of_them() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + "projection..",
                        ROOT + "period..",
                        ROOT + "audit..",
                        ROOT + "print..",
                        ROOT + "web..",
                        ROOT + "seal..",
                        ROOT + "rebuild..",
                        ROOT + "replay..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        READ_MODELS.stream().map(name -> ROOT + name + "..").toArray(String[]::new))
                .check(classes);
    }

    @Test
    void the_query_service_does_not_import_the_command_service() {
        noClasses()
                .that()
                .resideInAPackage("uk.vehicleregister.query..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("uk.vehicleregister.command..")
                .check(classes);
    }

    /// The log may hold any revision ever shipped, so whoever takes an event's text reads it through its revision; but
    /// for those who read nothing in it: one hands it on as it is stored, and the sealer hashes its bytes.
    @Test
    void an_events_text_is_only_read_through_its_revision() {
        var readers = classes.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getOriginOwner().getPackageName().startsWith(ROOT)
                        && !call.getOriginOwner().getPackageName().equals(ROOT + "logexport")
                        && !packageUnderRoot(call.getOriginOwner()).equals("seal")
                        && call.getTargetOwner().isEquivalentTo(RecordedEvent.class)
                        && call.getName().equals("payload"))
                .map(call -> call.getOrigin())
                .toList();
        assertThat(readers)
                .isNotEmpty()
                .allSatisfy(reader -> assertThat(reader.getMethodCallsFromSelf())
                        .as(reader.getFullName())
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(EventJson.class)
                                && call.getName().equals("readFact")));
    }

    @Test
    void how_a_letter_leaves_knows_nothing_of_why() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "mail.post..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "mail")
                .check(classes);
    }

    private static String packageUnderRoot(JavaClass type) {
        if (!type.getPackageName().startsWith(ROOT)) return "";
        String rest = type.getPackageName().substring(ROOT.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
