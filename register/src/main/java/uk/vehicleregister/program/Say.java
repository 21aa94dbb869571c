package uk.vehicleregister.program;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What the commands put on the screen: answers on standard output, progress on standard error, JSON where asked.
public final class Say {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Say() {}

    /// An answer, on standard output.
    public static void answer(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /// An answer for machines: one line of JSON on standard output, fields in the order of the map.
    public static void json(Map<String, ?> answer) {
        answer(JSON.writeValueAsString(answer));
    }

    /// What goes on meanwhile, on standard error, so that it never mixes with an answer.
    public static void progress(String line) {
        System.err.println(line);
    }
}
