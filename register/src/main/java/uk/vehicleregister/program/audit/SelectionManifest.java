package uk.vehicleregister.program.audit;

import java.io.InputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonToken;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.note.Checkpoint;

/// The last entry of an archive of some events. Like [Manifest] it tells damage and proves nothing; above all not that
/// no event was left out, and it says so.
final class SelectionManifest {

    private static final int MOST_WORDS = 200;

    private SelectionManifest() {}

    static String text(Checkpoint checkpoint, String selection, long events, Map<String, byte[]> digests) {
        String sums = SelectionLayout.BEFORE_MANIFEST.stream()
                .map(name -> "\"" + name + "\":\"" + HexFormat.of().formatHex(digests.get(name)) + "\"")
                .collect(Collectors.joining(",\n"));
        return "{\"format\":\"" + SelectionLayout.FORMAT
                + "\",\n\"origin\":" + Manifest.quoted(checkpoint.origin())
                + ",\n\"size\":" + checkpoint.size()
                + ",\n\"root\":\"" + checkpoint.root()
                + "\",\n\"selection\":" + Manifest.quoted(selection)
                + ",\n\"events\":" + events
                + ",\n\"proves\":" + Manifest.quoted(SelectionLayout.PROVES)
                + ",\n\"sha256\":{\n" + sums + "\n}}\n";
    }

    static void checkFormat(InputStream in) {
        Manifest.read(in, json -> Manifest.expect(json, "format", SelectionLayout.FORMAT));
    }

    /// Answers what whoever made the archive says that was selected.
    static String check(InputStream in, Checkpoint checkpoint, long events, Map<String, byte[]> digests) {
        StringBuilder words = new StringBuilder();
        Manifest.read(in, json -> {
            Manifest.expect(json, "format", SelectionLayout.FORMAT);
            Manifest.expect(json, "origin", checkpoint.origin());
            Manifest.expect(json, "size", Long.toString(checkpoint.size()));
            Manifest.expect(json, "root", checkpoint.root().toString());
            if (!"selection".equals(json.nextName()) || json.nextToken() != JsonToken.VALUE_STRING)
                throw Manifest.wrong("selection");
            words.append(shown(json.getString()));
            Manifest.expect(json, "events", Long.toString(events));
            Manifest.expect(json, "proves", SelectionLayout.PROVES);
            Manifest.expectDigests(json, SelectionLayout.BEFORE_MANIFEST.iterator(), digests);
        });
        return words.toString();
    }

    /// It is shown to a person, on a terminal.
    private static String shown(String words) {
        if (words.length() <= MOST_WORDS && words.chars().allMatch(c -> c >= ' ' && c < 0x7f)) return words;
        throw new MalformedException("has a selection that cannot be shown", ArchiveLayout.MANIFEST);
    }
}
