package uk.vehicleregister.program.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AnswerDifferencesTest {

    /// C0, delete, C1, and what turns the direction of a line.
    @Test
    void what_a_terminal_would_obey_is_not_shown_to_it() {
        String hostile = "a\u001b[2J\u007f\u009b2J\u202eb";
        ObjectNode told = JsonMapper.shared().createObjectNode().put(hostile, hostile);
        List<Finding> found = new ArrayList<>();

        AnswerDifferences.between(told, JsonMapper.shared().createObjectNode(), found);

        assertThat(found)
                .singleElement()
                .extracting(Finding::toString)
                .asString()
                .contains("/a?[2J??2J?b")
                .doesNotContainPattern("\\p{C}");
    }
}
