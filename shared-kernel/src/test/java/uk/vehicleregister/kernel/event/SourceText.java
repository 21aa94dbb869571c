package uk.vehicleregister.kernel.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the source file of a type says of it in words, which the class file has lost.
final class SourceText {

    private static final Pattern CITATION = Pattern.compile(" ?\\((?:\\w+)\\.md[^)]*\\)");
    private static final Pattern LINK = Pattern.compile("\\[#?([\\w.#]+)](?!\\()");
    private static final Pattern PARAMETER = Pattern.compile("@param (\\w+) ");
    private static final Pattern EFFECTIVE_ON =
            Pattern.compile("LocalDate effectiveOn\\(\\) \\{\\s*return ([^;]+);", Pattern.DOTALL);

    private final List<String> lines;
    private final int declaration;
    private final String comment;

    private SourceText(List<String> lines, int declaration) {
        this.lines = lines;
        this.declaration = declaration;
        this.comment = commentAbove(lines, declaration);
    }

    static SourceText of(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) outermost = outermost.getEnclosingClass();
        Path file = Path.of("src/main/java", outermost.getName().replace('.', '/') + ".java");
        Pattern declares =
                Pattern.compile("^\\s*(?!//).*\\b(?:record|interface|enum|class) " + type.getSimpleName() + "\\b.*");
        try {
            List<String> lines = Files.readAllLines(file);
            for (int line = 0; line < lines.size(); line++) {
                if (declares.matcher(lines.get(line)).matches()) return new SourceText(lines, line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("no declaration of " + type.getSimpleName() + " in " + file);
    }

    /// The sentences above the declaration, without citations of notes and links between types.
    String sentences() {
        return comment.split("@param ", 2)[0].strip();
    }

    /// What the `@param` lines say, by field.
    Map<String, String> parameters() {
        Map<String, String> meanings = new LinkedHashMap<>();
        Matcher parameter = PARAMETER.matcher(comment);
        while (parameter.find()) {
            String rest = comment.substring(parameter.end());
            meanings.put(parameter.group(1), asSentence(rest.split("@param ", 2)[0].strip()));
        }
        return meanings;
    }

    /// What `effectiveOn()` of this type returns, as a path of fields.
    Optional<String> effectiveOn() {
        Matcher returns = EFFECTIVE_ON.matcher(String.join("\n", lines.subList(declaration, lines.size())));
        return returns.find() ? Optional.of(returns.group(1).replace("()", "").strip()) : Optional.empty();
    }

    private static String commentAbove(List<String> lines, int declaration) {
        Deque<String> comment = new ArrayDeque<>();
        for (int line = declaration - 1; line >= 0; line--) {
            String text = lines.get(line).strip();
            if (text.startsWith("///")) comment.addFirst(text.substring(3).strip());
            else if (text.isEmpty() || !comment.isEmpty()) break;
        }
        String words = String.join(" ", comment).replaceAll(" +", " ");
        return LINK.matcher(CITATION.matcher(words).replaceAll("")).replaceAll("$1");
    }

    private static String asSentence(String meaning) {
        String capital = Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1);
        return capital.endsWith(".") ? capital : capital + ".";
    }
}
