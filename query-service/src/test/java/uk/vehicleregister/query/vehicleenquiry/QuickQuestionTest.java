package uk.vehicleregister.query.vehicleenquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class QuickQuestionTest {

    @Test
    void the_plainest_form_is_read_in_any_case_and_spacing() {
        for (String body : new String[] {
            "{\"registrationNumber\":\"AB51CDE\"}",
            "{\"registrationNumber\":\"ab51cde\"}",
            " {\n\"registrationNumber\" :\t\"AB51CDE\" }\r\n"
        }) assertThat(mark(body)).isEqualTo("AB51CDE");
        assertThat(mark("{\"registrationNumber\":\"A\"}")).isEqualTo("A");
        assertThat(mark("{\"registrationNumber\":\"ABCDEFG8\"}")).isEqualTo("ABCDEFG8");
    }

    @Test
    void anything_else_is_left_to_who_reads_json() {
        for (String body : new String[] {
            "",
            "{",
            "{}",
            "[]",
            "null",
            "{\"registrationNumber\"",
            "{\"registrationNumber\":",
            "{\"registrationNumber\":\"",
            "{\"registrationNumber\":\"AB51CDE",
            "{\"registrationNumber\":\"AB51CDE\"",
            "{\"registrationNumber\":\"\"}",
            "{\"registrationNumber\":\"AB51 CDE\"}",
            "{\"registrationNumber\":\"ABCDEFGH9\"}",
            "{\"registrationNumber\":\"ÄB51CDE\"}",
            "{\"registrationNumber\":\"AB51\\u0043DE\"}",
            "{\"registrationNumber\":12345}",
            "{\"registrationnumber\":\"AB51CDE\"}",
            "{\"more\":1,\"registrationNumber\":\"AB51CDE\"}",
            "{\"registrationNumber\":\"AB51CDE\",\"more\":1}",
            "{\"registrationNumber\":\"AB51CDE\"} {}",
            "{\"registrationNumber\":\"AB51CDE\"}}"
        }) assertThat(mark(body)).as(body).isNull();
    }

    private static String mark(String body) {
        return QuickQuestion.mark(body.getBytes(StandardCharsets.UTF_8));
    }
}
