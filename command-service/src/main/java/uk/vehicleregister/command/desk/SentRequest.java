package uk.vehicleregister.command.desk;

/// The body of a request as JSON, for the registrar's case it may become. It names people, so it shows nothing of
/// itself.
public record SentRequest(String json) {

    @Override
    public String toString() {
        return "SentRequest[***]";
    }
}
