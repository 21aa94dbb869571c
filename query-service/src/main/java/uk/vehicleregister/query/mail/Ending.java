package uk.vehicleregister.query.mail;

/// How one try ended.
sealed interface Ending {

    record Sent(String providerReference) implements Ending {}

    record NotNeeded() implements Ending {}

    record Erased() implements Ending {}

    /// Refused for good.
    record Refused(String fault) implements Ending {}

    record NotNow(String fault) implements Ending {}
}
