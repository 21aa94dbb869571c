package uk.vehicleregister.query.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// The texts of the templates, read once at start, so that a missing one is found then. A file has the subject in both
/// languages, the English text, a line of equal signs, the Welsh text. `{{field}}` stands for a value; a line with an
/// optional field that has none is left out, and `{{attached}}` itself is never written.
@Component
class Texts {

    record Text(String subject, String english, String welsh) {}

    /// @param values by name of field; one that is left out of them has no value
    record Filling(LocalDate date, Map<String, String> values) {}

    private static final Pattern FILE =
            Pattern.compile("Subject: ([^\n]+ / [^\n]+)\n\n(.+)\n=====\n(.+)", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("\\{\\{([a-zA-Z]+)}}");
    private static final String OPTIONAL = "attached|amount";
    private static final Locale WELSH = Locale.forLanguageTag("cy-GB");
    private static final String ONE_AFTER_THE_OTHER = """
            Mae'r neges hon yn Gymraeg isod.

            %s
            ----------------------------------------

            %s""";

    private final Map<Template, Text> texts = new EnumMap<>(Template.class);

    Texts() {
        for (Template template : Template.values()) texts.put(template, read(template));
    }

    Text of(Template template) {
        Text text = texts.get(template);
        if (text == null) throw new IllegalStateException(template + " has no text");
        return text;
    }

    String body(Template template, Filling filling) {
        Text text = of(template);
        return ONE_AFTER_THE_OTHER.formatted(
                filled(text.english(), filling, Locale.UK), filled(text.welsh(), filling, WELSH));
    }

    private static String filled(String text, Filling filling, Locale language) {
        Map<String, String> values = new HashMap<>(filling.values());
        values.put("date", DateTimeFormatter.ofPattern("d MMMM uuuu", language).format(filling.date()));
        StringBuilder filled = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (FIELD.matcher(line).results().map(m -> m.group(1)).anyMatch(field -> hasNone(field, values))) continue;
            filled.append(FIELD.matcher(line)
                            .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), values))))
                    .append('\n');
        }
        return filled.toString();
    }

    private static boolean hasNone(String field, Map<String, String> values) {
        return field.matches(OPTIONAL) && !values.containsKey(field);
    }

    private static String value(String field, Map<String, String> values) {
        String value = values.get(field);
        if (value == null) throw new IllegalStateException("A mail has nothing to fill " + field + " with");
        return value;
    }

    private static Text read(Template template) {
        String name = template.text() + ".txt";
        try (InputStream file = Texts.class.getResourceAsStream(name)) {
            if (file == null) throw new IllegalStateException("There is no " + name);
            Matcher parts = FILE.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            if (!parts.matches()) throw new IllegalStateException(name + " is not subject, English, Welsh");
            return new Text(parts.group(1), parts.group(2), parts.group(3));
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }
}
