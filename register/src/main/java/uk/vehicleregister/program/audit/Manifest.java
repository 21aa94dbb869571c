package uk.vehicleregister.program.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.SignedNote;

/// The last entry of an archive: which log it is, how large, and the SHA-256 of every entry before it. It tells damage
/// from tampering and proves nothing: anybody can write one. Read in passing, without being held.
final class Manifest {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(SignedNote.MOST_BYTES)
                    .maxNameLength(200)
                    .build())
            .build();

    private Manifest() {}

    /// @param digests of every entry of the archive, by its name
    static void write(OutputStream out, Checkpoint checkpoint, Map<String, byte[]> digests) throws IOException {
        StringBuilder text = new StringBuilder()
                .append("{\"format\":\"" + ArchiveLayout.FORMAT + "\",\n\"origin\":")
                .append(quoted(checkpoint.origin()))
                .append(",\n\"size\":" + checkpoint.size() + ",\n\"root\":\"")
                .append(root(checkpoint))
                .append("\",\n\"eventsPerFile\":" + ArchiveLayout.EVENTS_PER_FILE + ",\n\"sha256\":{");
        String before = "\n";
        for (Iterator<String> names = entries(checkpoint); names.hasNext(); before = ",\n") {
            String name = names.next();
            text.append(before).append('"').append(name).append("\":\"");
            text.append(HexFormat.of().formatHex(digests.get(name))).append('"');
            if (text.length() > 1 << 16) flush(text, out);
        }
        flush(text.append("\n}}\n"), out);
    }

    /// That it is a manifest of a format known here.
    static void checkFormat(InputStream in) {
        read(in, json -> expect(json, "format", ArchiveLayout.FORMAT));
    }

    static void check(InputStream in, Checkpoint checkpoint, Map<String, byte[]> digests) {
        read(in, json -> {
            expect(json, "format", ArchiveLayout.FORMAT);
            expect(json, "origin", checkpoint.origin());
            expect(json, "size", Long.toString(checkpoint.size()));
            expect(json, "root", root(checkpoint));
            expect(json, "eventsPerFile", Integer.toString(ArchiveLayout.EVENTS_PER_FILE));
            expectDigests(json, entries(checkpoint), digests);
        });
    }

    /// The SHA-256 of every entry, and with them the end.
    static void expectDigests(JsonParser json, Iterator<String> names, Map<String, byte[]> digests) {
        if (!"sha256".equals(json.nextName()) || json.nextToken() != JsonToken.START_OBJECT) throw wrong("sha256");
        while (names.hasNext()) {
            String name = names.next();
            byte[] digest = digests.get(name);
            expect(json, name, digest == null ? "" : HexFormat.of().formatHex(digest));
        }
        if (json.nextToken() != JsonToken.END_OBJECT || json.nextToken() != JsonToken.END_OBJECT)
            throw new MalformedException("names more entries than there are", ArchiveLayout.MANIFEST);
        if (json.nextToken() != null) throw new MalformedException("goes on after its end", ArchiveLayout.MANIFEST);
    }

    interface Reading {
        void read(JsonParser json);
    }

    static void read(InputStream in, Reading reading) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) throw wrong("beginning");
            reading.read(json);
        } catch (JacksonException e) {
            throw new MalformedException("is not JSON that can be read", ArchiveLayout.MANIFEST);
        }
    }

    static void expect(JsonParser json, String name, String value) {
        if (!name.equals(json.nextName()) || !json.nextToken().isScalarValue() || !value.equals(json.getString()))
            throw wrong(name);
    }

    static MalformedException wrong(String name) {
        return new MalformedException("does not fit what is there for " + name, ArchiveLayout.MANIFEST);
    }

    private static Iterator<String> entries(Checkpoint checkpoint) {
        return ArchiveLayout.beforeManifest(checkpoint.size()).iterator();
    }

    private static String root(Checkpoint checkpoint) {
        return Base64.getEncoder().encodeToString(checkpoint.root().bytes());
    }

    /// The origin may hold quotes and backslashes; control characters it may not.
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static void flush(StringBuilder text, OutputStream out) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }
}
