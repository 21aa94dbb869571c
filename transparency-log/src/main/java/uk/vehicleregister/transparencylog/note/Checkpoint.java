package uk.vehicleregister.transparencylog.note;

import java.util.ArrayList;
import java.util.List;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.merkle.Hash;

/// What a log signs: its name, how many leaves it has, and their root (C2SP tlog-checkpoint).
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (size < 0) throw new MalformedException("is negative", "size");
        checkLine(origin, "origin");
        for (String extension : extensions) checkLine(extension, "extension line");
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /// Reads the text of a note.
    public static Checkpoint parse(String text) {
        Lines lines = Lines.of(text, 1);
        String origin = lines.next();
        if (origin.isEmpty()) throw lines.wrongBefore("is empty: the origin is missing");
        long size = lines.number(lines.next(), "size");
        Hash root = lines.hash(lines.next());
        List<String> extensions = new ArrayList<>();
        while (!lines.atEnd()) {
            String extension = lines.next();
            if (extension.isEmpty()) throw lines.wrongBefore("is empty");
            extensions.add(extension);
        }
        return new Checkpoint(origin, size, root, extensions);
    }

    /// The text to sign.
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(origin).append('\n').append(size).append('\n').append(root).append('\n');
        for (String extension : extensions) text.append(extension).append('\n');
        return text.toString();
    }

    public SignedNote sign(NoteSigner... signers) {
        return SignedNote.sign(text(), signers);
    }

    private static void checkLine(String line, String name) {
        if (line.isEmpty()) throw new MalformedException("is empty", name);
        if (line.chars().anyMatch(c -> c < ' ')) throw new MalformedException("has a control character", name);
    }
}
