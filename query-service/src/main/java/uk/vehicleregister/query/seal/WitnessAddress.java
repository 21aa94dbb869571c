package uk.vehicleregister.query.seal;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import uk.vehicleregister.transparencylog.note.SignatureType;
import uk.vehicleregister.transparencylog.note.VerifierKey;

/// Where a witness is asked, and by which key its cosignatures are known.
record WitnessAddress(URI address, VerifierKey key) {

    WitnessAddress {
        if (key.type() != SignatureType.COSIGNATURE) {
            throw new IllegalArgumentException("the key of witness " + key.name() + " is not one for cosignatures");
        }
    }

    /// Reads `URL KEY`, several with commas between.
    static List<WitnessAddress> parse(String setting) {
        return Stream.of(setting.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(WitnessAddress::one)
                .toList();
    }

    private static WitnessAddress one(String text) {
        String[] parts = text.split(" +");
        if (parts.length != 2)
            throw new IllegalArgumentException("a witness is given as its address, a space and its key");
        String address = parts[0].endsWith("/") ? parts[0] : parts[0] + "/";
        return new WitnessAddress(URI.create(address).resolve("add-checkpoint"), VerifierKey.parse(parts[1]));
    }
}
