package uk.vehicleregister.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.exc.ValueInstantiationException;

class RecordsMadeQuicklyTest {

    private static List<StackTraceElement> calledBy = List.of();

    private record Part(
            int number, long size, boolean whole, @Nullable String name) {

        Part {
            calledBy = Arrays.asList(new Throwable().getStackTrace());
            if (number < 0) throw new IllegalArgumentException("a number is not negative");
        }
    }

    private record Whole(String title, List<Part> parts, Part last) {}

    @Test
    void records_in_records_are_read_and_what_is_absent_is_nothing() {
        Whole whole = EventJson.read(
                "{\"title\":\"t\",\"parts\":[{\"number\":1,\"size\":2,\"whole\":true,\"name\":\"n\"},{\"number\":3,\"size\":0,\"whole\":false}],"
                        + "\"last\":{\"number\":4,\"size\":5000000000,\"whole\":true}}",
                Whole.class);
        assertThat(whole)
                .isEqualTo(new Whole(
                        "t",
                        List.of(new Part(1, 2, true, "n"), new Part(3, 0, false, null)),
                        new Part(4, 5_000_000_000L, true, null)));
    }

    @Test
    void what_a_constructor_refuses_is_told_with_its_reason_and_place() {
        assertThatThrownBy(
                        () -> EventJson.read("{\"parts\":[{\"number\":-1,\"size\":0,\"whole\":false}]}", Whole.class))
                .isInstanceOf(ValueInstantiationException.class)
                .hasMessageContaining("a number is not negative")
                .hasMessageContaining("parts")
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_handle_is_laid_out_for_a_call() {
        EventJson.read("{\"number\":1,\"size\":0,\"whole\":true}", Part.class);
        assertThat(calledBy)
                .isNotEmpty()
                .noneMatch(frame -> frame.getMethodName().equals("invokeWithArguments"));
    }
}
