package uk.vehicleregister.transparencylog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses log = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("uk.vehicleregister.transparencylog");

    @Test
    void the_log_is_there_to_be_looked_at() {
        assertThat(log).hasSizeGreaterThan(25);
    }

    @Test
    void it_needs_the_jdk_and_nothing_else() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "uk.vehicleregister.transparencylog..",
                        "java.lang..",
                        "java.util..",
                        "java.io..",
                        "java.nio..",
                        "java.time..",
                        "java.security..",
                        "org.jspecify.annotations..")
                .check(log);
    }

    @Test
    void its_rooms_have_no_circles() {
        slices().matching("uk.vehicleregister.transparencylog.(*)..")
                .should()
                .beFreeOfCycles()
                .check(log);
    }
}
