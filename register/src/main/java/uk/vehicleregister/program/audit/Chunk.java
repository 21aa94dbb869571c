package uk.vehicleregister.program.audit;

/// Some whole lines, each ended by a newline: the first `length` bytes. They came from `source` (an entry of an
/// archive, or the register), where the first of them is line `line`, counted from 1.
record Chunk(byte[] bytes, int length, String source, long line) {

    int lines() {
        int lines = 0;
        for (int i = 0; i < length; i++) if (bytes[i] == '\n') lines++;
        return lines;
    }
}
