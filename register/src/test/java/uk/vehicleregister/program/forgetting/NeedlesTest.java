package uk.vehicleregister.program.forgetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A search that finds nothing is worth something only if it finds what is there.
class NeedlesTest {

    private static final String TEXT = "77 Perchwood Lane";
    private static final Needles NEEDLES = Needles.of(List.of(TEXT, "another"));

    @TempDir
    Path directory;

    @Test
    void finds_a_text_in_every_form() {
        for (String before : List.of("", "x", "xy", "xyz")) {
            String around = before + TEXT + "after";
            for (byte[] bytes : List.of(
                    around.getBytes(StandardCharsets.UTF_8),
                    around.toUpperCase().getBytes(StandardCharsets.UTF_8),
                    around.getBytes(StandardCharsets.UTF_16LE),
                    around.getBytes(StandardCharsets.UTF_16BE),
                    Base64.getEncoder().encode(around.getBytes(StandardCharsets.UTF_8)),
                    Base64.getUrlEncoder().withoutPadding().encode(around.getBytes(StandardCharsets.UTF_8)),
                    ascii(HexFormat.of().formatHex(around.getBytes(StandardCharsets.UTF_8))),
                    ascii(before + "77+Perchwood+Lane"),
                    ascii(before + "77%20Perchwood%20Lane"),
                    ascii("\\u0037\\u0037\\u0020\\u0050\\u0065\\u0072\\u0063\\u0068\\u0077\\u006f\\u006f\\u0064"
                            + "\\u0020\\u004c\\u0061\\u006e\\u0065")))
                assertThat(NEEDLES.in(bytes))
                        .as(new String(bytes, StandardCharsets.ISO_8859_1))
                        .containsExactly(TEXT);
        }
        assertThat(NEEDLES.in(ascii("77 Perchwood Road"))).isEmpty();
    }

    @Test
    void finds_the_file_and_says_which() throws IOException {
        Files.createDirectories(directory.resolve("a/b"));
        Files.writeString(directory.resolve("a/b/with"), "..." + TEXT);
        Files.writeString(directory.resolve("a/without"), "...");
        Files.writeString(directory.resolve("a/another.txt"), "");
        assertThat(NEEDLES.under(directory, _ -> true))
                .containsExactlyInAnyOrder("a/b/with: " + Set.of(TEXT), "a/another.txt: " + Set.of("another"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
