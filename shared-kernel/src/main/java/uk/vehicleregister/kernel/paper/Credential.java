package uk.vehicleregister.kernel.paper;

import static java.util.Objects.requireNonNull;

import uk.vehicleregister.kernel.sealing.Sealed;

/// A document reference or certificate number as it stands in an event: a keyed digest to compare with and a
/// sealed copy to print from, so that reading the log gives nobody the power to use it (design.md 5).
public record Credential(String digest, Sealed sealed) {

    public Credential {
        requireNonNull(digest);
        requireNonNull(sealed);
    }

    @Override
    public String toString() {
        return "Credential[***]";
    }
}
