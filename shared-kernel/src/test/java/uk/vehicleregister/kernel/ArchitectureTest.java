package uk.vehicleregister.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses kernel = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("uk.vehicleregister.kernel");

    @Test
    void the_kernel_is_there_to_be_looked_at() {
        assertThat(kernel).hasSizeGreaterThan(50);
    }

    @Test
    void the_kernel_knows_no_framework_and_no_database() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.axonframework..",
                        "java.sql..",
                        "javax.sql..",
                        "jakarta.persistence..",
                        "org.hibernate..",
                        "org.slf4j..")
                .because("it holds words and facts both services speak, and nothing of how they run (design.md)")
                .check(kernel);
    }

    @Test
    void the_kernel_uses_one_jackson_only() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
                .because("Jackson 2 is on the class path of the services and would write dates as arrays")
                .check(kernel);
    }

    @Test
    void the_kernels_packages_point_one_way() {
        slices().matching("uk.vehicleregister.kernel.(*)..")
                .should()
                .beFreeOfCycles()
                .check(kernel);
    }

    @Test
    void no_rule_reads_a_clock_or_draws_at_random_by_itself() {
        noClasses()
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .check(kernel);
    }
}
