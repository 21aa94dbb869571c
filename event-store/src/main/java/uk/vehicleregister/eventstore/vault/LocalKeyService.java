package uk.vehicleregister.eventstore.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/// A key service of one keyset in a file (Tink's JSON form), for where there is no KMS.
public final class LocalKeyService implements KeyService {

    private static final byte[] PURPOSE = {'i', 'n', 't', 'e', 'r', 'm', 'e', 'd', 'i', 'a', 't', 'e'};

    private final Aead aead;

    public LocalKeyService(String keyset) {
        try {
            AeadConfig.register();
            aead = TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new UnreadableKeyException("The keyset cannot be read", e);
        }
    }

    static String newKeyset() {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink makes AES-256-GCM keysets", e);
        }
    }

    @Override
    public byte[] wrap(byte[] key) {
        try {
            return aead.encrypt(key, PURPOSE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is always there", e);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped) {
        try {
            return aead.decrypt(wrapped, PURPOSE);
        } catch (GeneralSecurityException e) {
            throw new UnreadableKeyException("An intermediate key was not wrapped by this keyset", e);
        }
    }
}
