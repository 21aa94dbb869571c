package uk.vehicleregister.command.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.map;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.Role;

/// What is no batch is refused whole: 400, nothing recorded, nothing of it shown back.
class BatchBadInputHttpTest {

    private final RunningService service = RunningService.shared();

    static Stream<Arguments> noBatches() {
        String tooMany = "[" + "{},".repeat(10_000) + "{}]";
        return Stream.of(
                Arguments.of("{}", "items", "REQUIRED"),
                Arguments.of("{\"items\":[]}", "items", "TOO_SHORT"),
                Arguments.of("{\"items\":null}", "items", "WRONG_TYPE"),
                Arguments.of("{\"items\":7}", "items", "WRONG_TYPE"),
                Arguments.of("{\"items\":\"[{}]\"}", "items", "WRONG_TYPE"),
                Arguments.of("{\"items\":{\"0\":{}}}", "items", "WRONG_TYPE"),
                Arguments.of("{\"items\":[{}],\"colour\":[1,{\"a\":2}]}", "colour", "UNKNOWN_FIELD"),
                Arguments.of("{\"<b>\":1,\"items\":[{}]}", "?", "UNKNOWN_FIELD"),
                Arguments.of("{\"items\":" + tooMany + "}", "items", "TOO_MANY"));
    }

    @ParameterizedTest
    @MethodSource("noBatches")
    void a_batch_is_an_object_with_one_to_ten_thousand_items(String body, String field, String code) {
        Answer answer = refused(body);
        assertThat(answer.body().get("errors")).hasSize(1);
        assertThat(answer.body().at("/errors/0/field").stringValue()).isEqualTo(field);
        assertThat(answer.body().at("/errors/0/code").stringValue()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "[{}]",
                "\"text\"",
                "7",
                "{",
                "{\"items\":[",
                "{\"items\":[{}",
                "{\"items\":[{}]",
                "{\"items\":[{},]}",
                "{\"items\":[{}]}{}",
                "{\"items\":[{}]} x",
                "{\"items\":[NaN]}",
                "{\"items\":[{\"a\":1,\"a\":2}]}",
                "{\"items\":[{}],\"items\":[{}]}",
                "{'items':[]}",
                "\u0000",
                "<xml/>"
            })
    void what_is_no_json_object_is_refused(String body) {
        assertThat(refused(body).body().get("errors").toString()).contains("MALFORMED_JSON");
    }

    @Test
    void rows_nested_ten_thousand_deep_are_refused() {
        refused("{\"items\":[" + "[".repeat(10_000) + "]".repeat(10_000) + "]}");
    }

    @Test
    void a_body_of_more_than_32_megabytes_is_refused_and_one_below_is_read() {
        String filler = "x".repeat(1024 * 1024);
        String items = String.join(",", Collections.nCopies(33, "{\"a\":\"" + filler + "\"}"));
        assertThat(refused("{\"items\":[" + items + "]}").body().toString()).contains("TOO_LONG");
        // After it there is room again for another large one.
        String fewer = String.join(",", Collections.nCopies(20, "{\"a\":\"" + filler + "\"}"));
        assertThat(post("{\"items\":[" + fewer + "]}").status()).isEqualTo(202);
    }

    @Test
    void a_batch_needs_an_idempotency_key_like_every_post() {
        Answer answer = service.postAs("/v1/batches", service.token("dealer", Role.DEALER), " ", "{\"items\":[{}]}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().toString()).contains("Idempotency-Key");
    }

    @Test
    void ten_thousand_rows_are_the_most() {
        Answer answer =
                post(RunningService.JSON.writeValueAsString(map("items", Collections.nCopies(10_000, List.of()))));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().get("rows").asInt()).isEqualTo(10_000);
    }

    private Answer refused(String body) {
        long batches = batchesInLog();
        Answer answer = post(body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().toString()).doesNotContain("Exception", "xxxxxxxxxx", "<b>");
        assertThat(batchesInLog()).isEqualTo(batches);
        return answer;
    }

    /// Others may be at work meanwhile, so the log as a whole may grow.
    private long batchesInLog() {
        return Long.parseLong(service.database()
                .rows("select count(*) from log.event where type = 'BatchSubmitted'")
                .getFirst());
    }

    private Answer post(String body) {
        return service.postAs(
                "/v1/batches",
                service.token("dealer", Role.DEALER),
                UUID.randomUUID().toString(),
                body);
    }
}
