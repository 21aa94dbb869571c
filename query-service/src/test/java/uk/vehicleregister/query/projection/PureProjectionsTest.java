package uk.vehicleregister.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.event.Fact;

/// A replay gives the same rows every time only if whatever a projection calls, however far down, has no clock, no
/// randomness and no IO but its rows.
class PureProjectionsTest {

    @Test
    void projections_have_no_clock_no_randomness_and_no_io() {
        JavaClasses program = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("uk.vehicleregister");

        ReachedCode reached = reachedByProjections(program);

        assertThat(reached.impure()).isEmpty();
        assertThat(reached.owners())
                .as("the look goes far down")
                .contains(
                        "uk.vehicleregister.query.vehicleenquiry.VehicleRow",
                        "uk.vehicleregister.query.vehiclehistory.KeepershipFold",
                        "uk.vehicleregister.query.markhistory.MarkPlaceRow",
                        "uk.vehicleregister.query.period.Periods",
                        "uk.vehicleregister.query.projection.Copy",
                        "uk.vehicleregister.kernel.licensing.Licensing");
    }

    @Test
    void what_is_hidden_deep_down_is_found() {
        JavaClasses planted = new ClassFileImporter()
                .importClasses(Projection.class, Planted.class, Deeper.class, Deepest.class, AtTheBottom.class);

        assertThat(reachedByProjections(planted).impure())
                .anySatisfy(found -> assertThat(found).contains("AtTheBottom", "LocalDate.now"))
                .anySatisfy(found -> assertThat(found).contains("AtTheBottom", "ThreadLocalRandom.current"))
                .anySatisfy(found -> assertThat(found).contains("Deeper", "Files.exists"))
                .anySatisfy(found -> assertThat(found).contains("Planted", "UUID.randomUUID"))
                .anySatisfy(found -> assertThat(found).contains("Planted", "System.nanoTime"));
    }

    private static ReachedCode reachedByProjections(JavaClasses classes) {
        return ReachedCode.from(
                classes,
                classes.stream()
                        .filter(type -> type.isAssignableTo(Projection.class) && !type.isInterface())
                        .map(JavaClass::getMethods)
                        .flatMap(Set::stream)
                        .filter(method -> method.getName().equals("project"))
                        .toList());
    }

    interface Deepest {
        Object far();
    }

    static final class AtTheBottom implements Deepest {

        private static final Object DRAWN = ThreadLocalRandom.current();

        @Override
        public Object far() {
            return LocalDate.now().toString() + DRAWN;
        }
    }

    record Deeper(Deepest deepest) {
        boolean down() {
            return Files.exists(Path.of(deepest.far().toString()));
        }
    }

    static final class Planted implements Projection {

        @Override
        public String name() {
            return "planted";
        }

        @Override
        public List<String> tables() {
            return List.of();
        }

        @Override
        public Set<Class<? extends Fact>> families() {
            return Set.of();
        }

        @Override
        public void project(List<Noted> events, StatelessSession rows) {
            events.forEach(_ -> new Deeper(new AtTheBottom()).down());
            events.stream().map(_ -> java.util.UUID.randomUUID()).forEach(_ -> timed(System::nanoTime));
        }

        private static void timed(java.util.function.LongSupplier clock) {
            clock.getAsLong();
        }
    }
}
