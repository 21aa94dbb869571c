package uk.vehicleregister.program.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.vehicleregister.program.ImportColumns;
import uk.vehicleregister.program.Stopped;

class SourceFileTest {

    private static final String HEADER = String.join(",", ImportColumns.ALL);

    @TempDir
    Path directory;

    @Test
    void line_numbers_are_those_of_the_file_and_empty_lines_are_no_rows() throws IOException {
        List<SourceRow> rows = rows(HEADER + "\n" + row("A") + "\n\n" + row("B") + "\n");

        assertThat(rows).extracting(SourceRow::line).containsExactly(2L, 4L);
        assertThat(rows).extracting(row -> row.columns().getFirst()).containsExactly("A", "B");
    }

    @Test
    void a_byte_order_mark_and_carriage_returns_are_not_part_of_the_columns() throws IOException {
        List<SourceRow> rows = rows("\uFEFF" + HEADER + "\r\n" + row("A") + "\r\n");

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().broken()).isNull();
        assertThat(rows.getFirst().columns().getLast()).isEqualTo("x");
    }

    @Test
    void the_last_row_needs_no_end_of_line() throws IOException {
        assertThat(rows(HEADER + "\n" + row("A"))).hasSize(1);
    }

    @Test
    void too_few_and_too_many_columns_are_broken_rows_that_keep_what_they_had() throws IOException {
        List<SourceRow> rows = rows(HEADER + "\nA,B\n" + row("C") + ",more\n" + row("D") + "\n");

        assertThat(rows).extracting(SourceFileTest::code).containsExactly("COLUMNS", "COLUMNS", "");
        assertThat(rows.getFirst().columns()).containsExactly("A", "B");
        assertThat(rows.get(1).columns()).hasSize(26);
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_own_line_only() throws IOException {
        List<SourceRow> rows = rows(HEADER + "\n" + row("A") + "\n\"B" + row("") + "\n" + row("C") + "\n");

        assertThat(rows).extracting(SourceFileTest::code).containsExactly("", "BAD_QUOTES", "");
        assertThat(rows).extracting(SourceRow::line).containsExactly(2L, 3L, 4L);
        assertThat(rows.get(1).columns()).containsExactly("\"B" + row(""));
    }

    @Test
    void a_quoted_column_may_hold_commas_quotes_and_line_ends() throws IOException {
        List<SourceRow> rows = rows(HEADER + "\n" + row("\"A, \"\"B\"\"\nC\"") + "\n" + row("D") + "\n");

        assertThat(rows).extracting(row -> row.columns().getFirst()).containsExactly("A, \"B\"\nC", "D");
        assertThat(rows).extracting(SourceRow::line).containsExactly(2L, 4L);
    }

    @Test
    void text_after_a_closing_quote_is_a_broken_row() throws IOException {
        assertThat(rows(HEADER + "\n" + row("\"A\"B") + "\n"))
                .extracting(SourceFileTest::code)
                .containsExactly("BAD_QUOTES");
    }

    @Test
    void a_field_of_a_megabyte_is_refused_here_and_kept_whole() throws IOException {
        String huge = "9".repeat(1_000_000);
        List<SourceRow> rows = rows(HEADER + "\n" + row(huge) + "\n" + row("B") + "\n");

        assertThat(rows).extracting(SourceFileTest::code).containsExactly("TOO_LONG", "");
        assertThat(rows.getFirst().columns().getFirst()).isEqualTo(huge);
    }

    @Test
    void a_line_beyond_all_measure_is_cut_and_the_next_is_read() throws IOException {
        String line = "9".repeat(SourceLines.LONGEST + 1);
        List<SourceRow> rows = rows(HEADER + "\n" + line + "\n" + row("B") + "\n");

        assertThat(rows).extracting(SourceFileTest::code).containsExactly("TOO_LONG", "");
    }

    @Test
    void nul_characters_travel_to_the_register_which_refuses_them() throws IOException {
        List<SourceRow> rows = rows(HEADER + "\n" + row("A\u0000B") + "\n");

        assertThat(rows.getFirst().broken()).isNull();
        assertThat(rows.getFirst().columns().getFirst()).isEqualTo("A\u0000B");
    }

    @Test
    void a_row_that_is_not_utf_8_is_broken() throws IOException {
        Path file = directory.resolve("latin.csv");
        Files.write(file, (HEADER + "\n" + row("Jos\u00e9") + "\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(rows(file)).extracting(SourceFileTest::code).containsExactly("NOT_UTF8");
    }

    @Test
    void the_columns_may_come_in_any_order() throws IOException {
        List<String> names = new ArrayList<>(ImportColumns.ALL);
        Collections.reverse(names);
        try (SourceFile source = SourceFile.open(file(String.join(",", names) + "\n" + row("A") + "\n"))) {
            SourceRow row = source.next();

            assertThat(row).isNotNull();
            assertThat(source.header().request(row))
                    .containsEntry("documentReference", "A")
                    .containsEntry("line", 2L);
        }
    }

    @Test
    void a_mended_rejects_file_is_taken_as_it_is() throws IOException {
        try (SourceFile source =
                SourceFile.open(file("line,code,reason," + HEADER + "\n7,MALFORMED,why," + row("A") + "\n"))) {
            SourceRow row = source.next();

            assertThat(row).isNotNull();
            assertThat(source.header().request(row)).containsEntry("vin", "A").doesNotContainKey("reason");
            assertThat(source.header().original()).isEqualTo(ImportColumns.ALL);
            assertThat(source.header().original(row.columns())).hasSize(25);
        }
    }

    @Test
    void a_broken_header_is_wrong_use_and_says_what_is_wrong() {
        refusesHeader("", "none of its columns is there");
        refusesHeader(HEADER.replace("vin,", ""), "missing vin");
        refusesHeader(HEADER + ",owner", "unknown 'owner'");
        refusesHeader(HEADER + ",vin", "twice 'vin'");
        refusesHeader("%PDF-1.7", "none of its columns is there");
    }

    private void refusesHeader(String header, String words) {
        assertThatThrownBy(() -> SourceFile.open(file(header + "\n")).close())
                .isInstanceOfSatisfying(
                        Stopped.class, stopped -> assertThat(stopped.exitCode()).isEqualTo(2))
                .hasMessageContaining(words);
    }

    private static String row(String first) {
        return first + ",x".repeat(ImportColumns.ALL.size() - 1);
    }

    private static String code(SourceRow row) {
        SourceRow.Rejection broken = row.broken();
        return broken == null ? "" : broken.code();
    }

    private List<SourceRow> rows(String text) throws IOException {
        return rows(file(text));
    }

    private static List<SourceRow> rows(Path file) throws IOException {
        List<SourceRow> rows = new ArrayList<>();
        try (SourceFile source = SourceFile.open(file)) {
            for (SourceRow row = source.next(); row != null; row = source.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("source.csv"), text);
    }
}
