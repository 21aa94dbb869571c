package uk.vehicleregister.command.paper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.vehicleregister.eventstore.vault.DataKey;
import uk.vehicleregister.eventstore.vault.KeyedDigest;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.CertificateNumber;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.paper.DocumentReference;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// Numbers that prove possession of a paper are credentials: the log holds a keyed digest to compare with and a sealed
/// copy to print from, never the number (design.md 5).
@Component
public final class Papers {

    private final KeyedDigest credentials;
    private final SecureRandom random = new SecureRandom();

    Papers(LocalKeys keys) {
        this.credentials = keys.credentials();
    }

    /// A document reference this vehicle has never had, so that no dead V5C comes to life again.
    public Credential newV5C(VehicleId vehicle, Set<String> usedDigests, DataKey sealingKey) {
        Credential drawn = v5c(vehicle, DocumentReference.draw(random), sealingKey);
        while (usedDigests.contains(drawn.digest())) {
            drawn = v5c(vehicle, DocumentReference.draw(random), sealingKey);
        }
        return drawn;
    }

    /// A V5C that was printed before the vehicle came onto this register.
    public Credential v5c(VehicleId vehicle, DocumentReference reference, DataKey sealingKey) {
        return new Credential(digest(vehicle, reference), new Sealed(sealingKey.seal(reference.text())));
    }

    public Credential newCertificate(RegistrationMark mark, DataKey sealingKey) {
        CertificateNumber number = CertificateNumber.draw(mark, random);
        return new Credential(digest(number), new Sealed(sealingKey.seal(number.text())));
    }

    public boolean isReference(Credential latest, VehicleId vehicle, DocumentReference shown) {
        return same(latest.digest(), digest(vehicle, shown));
    }

    public boolean isCertificate(Credential latest, CertificateNumber shown) {
        return same(latest.digest(), digest(shown));
    }

    private String digest(VehicleId vehicle, DocumentReference reference) {
        return credentials.text("v5c", vehicle.text(), reference.text());
    }

    private String digest(CertificateNumber number) {
        return credentials.text("certificate", number.text());
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
