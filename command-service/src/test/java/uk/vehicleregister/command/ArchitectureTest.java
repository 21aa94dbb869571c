package uk.vehicleregister.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.event.EventJson;

class ArchitectureTest {

    private static final String ROOT = "uk.vehicleregister.command.";
    private static final List<String> SLICES = List.of(
            "vehicle.register",
            "vehicle.scrap",
            "vehicle.export",
            "keeper.die",
            "keeper.update",
            "v5c.replace",
            "keeper.change",
            "keeper.dispose",
            "keeper.acquire",
            "mark.retain",
            "mark.assign",
            "mark.transfer",
            "entitlement.buy",
            "entitlement.nominate",
            "entitlement.extend",
            "entitlement.surrender",
            "entitlement.lapse",
            "marker.set",
            "review.decide",
            "payment.finish",
            "sorn.declare",
            "tax.pay",
            "mot.record",
            "record.correct",
            "erasure.erase",
            "authority.grant",
            "authority.revoke",
            "batch.submit",
            "batch.work");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("uk.vehicleregister.command");

    @Test
    void every_slice_named_here_is_there_and_no_other() {
        assertThat(classes.stream()
                        .filter(type -> type.getSimpleName().endsWith("Decider"))
                        .map(JavaClass::getPackageName))
                .containsExactlyInAnyOrderElementsOf(
                        SLICES.stream().map(ROOT::concat).toList());
    }

    @Test
    void slices_do_not_know_each_other() {
        for (String slice : SLICES) {
            String[] others = SLICES.stream()
                    .filter(other -> !other.equals(slice))
                    .map(other -> ROOT + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + slice + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(classes);
        }
    }

    @Test
    void rules_know_no_framework_no_clock_and_no_chance() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Decider")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.axonframework..",
                        "org.springframework..",
                        "java.sql..",
                        "java.security..",
                        "uk.vehicleregister.eventstore..",
                        "org.slf4j..")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .check(classes);
    }

    @Test
    void in_a_slice_only_the_handler_knows_axon() {
        String[] slices = SLICES.stream().map(slice -> ROOT + slice + "..").toArray(String[]::new);
        noClasses()
                .that()
                .resideInAnyPackage(slices)
                .and()
                .haveSimpleNameNotEndingWith("Handler")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..")
                .check(classes);
        classes()
                .that()
                .resideInAnyPackage(slices)
                .and()
                .haveSimpleNameEndingWith("Handler")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..")
                .check(classes);
    }

    @Test
    void rooms_form_no_circle() {
        slices().matching("uk.vehicleregister.command.(**)")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    @Test
    void nothing_runs_after_an_append_that_could_fail_it() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.transaction.PlatformTransactionManager")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("org\\.axonframework\\.eventhandling\\.EventHandler")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("org\\.axonframework\\.eventhandling\\.SubscribingEventProcessor")
                .orShould()
                .callMethod(
                        org.axonframework.messaging.unitofwork.UnitOfWork.class,
                        "afterCommit",
                        java.util.function.Consumer.class)
                .orShould()
                .callMethod(
                        org.axonframework.messaging.unitofwork.UnitOfWork.class,
                        "onCommit",
                        java.util.function.Consumer.class)
                .check(classes);
    }

    /// The log may hold any revision ever shipped, so whoever takes an event's text reads it through its revision.
    @Test
    void an_events_text_is_only_read_through_its_revision() {
        var readers = classes.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getOriginOwner().getPackageName().startsWith(ROOT)
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
    void the_query_side_is_somebody_elses() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("uk.vehicleregister.query..")
                .check(classes);
    }
}
