package uk.vehicleregister.benchmarks.campaign.linear;

/// One thing a client did, and what it was told.
///
/// @param invoked nanoseconds on one clock for all clients, before the first try was sent
/// @param returned after the last answer came
record Operation(int client, long invoked, long returned, Did did) {

    /// What was asked, and what was answered. Marks, references and certificate numbers are plain text.
    sealed interface Did {

        String mark();

        String reference();
    }

    /// Nobody but the holder of the latest reference may do it: a compare-and-set on the reference.
    ///
    /// @param next the reference of the new V5C
    record KeeperChanged(String mark, String reference, String next) implements Did {}

    record Retained(String mark, String reference, String certificate, String replacement, String next)
            implements Did {}

    record Assigned(String mark, String reference, String markToAssign, String certificate, String next)
            implements Did {}

    /// Mark and reference do not belong together, or not any more.
    record NotMatched(String mark, String reference) implements Did {}

    /// The reference was right, but the certificate is not the one that holds the mark.
    record CertificateNotMatched(String mark, String reference, String markToAssign, String certificate)
            implements Did {}

    /// A question whose answer had to know of everything that was acknowledged before it was asked.
    record Read(String vehicle, String mark, String reference) implements Did {}
}
