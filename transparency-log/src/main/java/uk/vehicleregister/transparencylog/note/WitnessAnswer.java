package uk.vehicleregister.transparencylog.note;

/// What a witness answers (C2SP tlog-witness), with the HTTP status and body that say it.
public sealed interface WitnessAnswer {

    int status();

    String body();

    default String contentType() {
        return "text/plain; charset=utf-8";
    }

    /// 200: the checkpoint is cosigned, and remembered.
    record Cosigned(NoteSignature cosignature) implements WitnessAnswer {
        @Override
        public int status() {
            return 200;
        }

        @Override
        public String body() {
            return cosignature.line();
        }
    }

    /// 409: the witness stands at another size, or at this size with another root.
    record Conflict(long size) implements WitnessAnswer {
        @Override
        public int status() {
            return 409;
        }

        @Override
        public String body() {
            return size + "\n";
        }

        @Override
        public String contentType() {
            return "text/x.tlog.size";
        }
    }

    /// 400 malformed, 403 not signed by the log, 404 log not known, 422 not consistent.
    record Refused(int status, String why) implements WitnessAnswer {
        @Override
        public String body() {
            return why + "\n";
        }
    }
}
