package uk.vehicleregister.program.forgetting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Texts to look for in bytes, in every form the register or what it stands on might write them in.
record Needles(Map<String, String> forms) {

    /// Bytes as text, one character a byte.
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    static Needles of(List<String> texts) {
        Map<String, String> forms = new LinkedHashMap<>();
        for (String text : texts)
            for (String cased : List.of(text, text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT)))
                formsOf(cased).forEach(form -> forms.put(form, text));
        return new Needles(forms);
    }

    static Set<String> formsOf(String text) {
        Set<String> forms = new LinkedHashSet<>();
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        for (byte[] bytes :
                List.of(utf8, text.getBytes(StandardCharsets.UTF_16LE), text.getBytes(StandardCharsets.UTF_16BE))) {
            forms.add(new String(bytes, BYTES));
            for (int before = 0; before < 3; before++) {
                forms.add(base64(bytes, before, Base64.getEncoder()));
                forms.add(base64(bytes, before, Base64.getUrlEncoder()));
            }
            forms.add(HexFormat.of().formatHex(bytes));
            forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
        }
        String url = URLEncoder.encode(text, StandardCharsets.UTF_8);
        forms.add(url);
        forms.add(url.replace("+", "%20"));
        forms.add(text.chars().mapToObj(c -> "\\u%04x".formatted(c)).collect(Collectors.joining()));
        forms.add(text.chars().mapToObj(c -> "\\u%04X".formatted(c)).collect(Collectors.joining()));
        return forms;
    }

    /// As it stands inside something longer that was encoded, so many bytes after a whole group.
    private static String base64(byte[] bytes, int before, Base64.Encoder encoder) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String encoded = encoder.withoutPadding().encodeToString(shifted);
        int first = before == 0 ? 0 : before + 1;
        return encoded.substring(first, encoded.length() - (shifted.length % 3 == 0 ? 0 : 1));
    }

    /// Which of the texts are in there.
    Set<String> in(byte[] bytes) {
        String haystack = new String(bytes, BYTES);
        return forms.entrySet().stream()
                .filter(form -> haystack.contains(form.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// `file: texts` for each file that holds one of them, in its bytes or its name.
    List<String> under(Path directory, Predicate<Path> looked) {
        List<String> found = new ArrayList<>();
        if (!Files.exists(directory)) return found;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).filter(looked).toList()) {
                Set<String> texts = new LinkedHashSet<>(in(Files.readAllBytes(file)));
                texts.addAll(in(file.toString().getBytes(StandardCharsets.UTF_8)));
                if (!texts.isEmpty()) found.add(directory.relativize(file) + ": " + texts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
