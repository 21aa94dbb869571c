package uk.vehicleregister.command.desk;

import java.util.function.Supplier;

/// The body of a request as JSON, for the registrar's case it may become; written out only then. It names people, so it
/// shows nothing of itself.
public record SentRequest(Supplier<String> text) {

    /// Of what no registrar will be asked about.
    public static final SentRequest NOT_KEPT = new SentRequest(() -> "");

    String json() {
        return text.get();
    }

    @Override
    public String toString() {
        return "SentRequest[***]";
    }
}
