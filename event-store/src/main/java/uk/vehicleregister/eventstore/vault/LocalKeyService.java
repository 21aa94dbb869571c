package uk.vehicleregister.eventstore.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.function.UnaryOperator;

/// A key service of one keyset in a file (Tink's JSON form), for where there is no KMS. Another service may have
/// renewed the keyset, so it is read again when something does not unwrap.
public final class LocalKeyService implements KeyService {

    /// Where the keyset is kept.
    interface Keyset {

        String read();

        /// Answers what it is now. Nobody else changes it meanwhile, and the change is on disk when this returns.
        String change(UnaryOperator<String> change);
    }

    private static final byte[] PURPOSE = {'i', 'n', 't', 'e', 'r', 'm', 'e', 'd', 'i', 'a', 't', 'e'};

    private final Keyset keyset;
    private volatile KeysetHandle known;

    LocalKeyService(Keyset keyset) {
        this.keyset = keyset;
        this.known = parsed(keyset.read());
    }

    static String newKeyset() {
        try {
            AeadConfig.register();
            return text(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink makes AES-256-GCM keysets", e);
        }
    }

    @Override
    public byte[] wrap(byte[] key) {
        try {
            return aead(known).encrypt(key, PURPOSE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is always there", e);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped) {
        try {
            return aead(known).decrypt(wrapped, PURPOSE);
        } catch (GeneralSecurityException perhapsRenewed) {
            readAgain();
        }
        try {
            return aead(known).decrypt(wrapped, PURPOSE);
        } catch (GeneralSecurityException e) {
            throw new UnreadableKeyException("An intermediate key was not wrapped by this keyset", e);
        }
    }

    /// Not while it is being renewed: the older one would be taken for the newer.
    private synchronized void readAgain() {
        known = parsed(keyset.read());
    }

    @Override
    public synchronized void renew() {
        known = parsed(keyset.change(before -> text(renewed(parsed(before)))));
    }

    @Override
    public synchronized void destroyOlder(byte[] needed) {
        known = parsed(keyset.change(before -> {
            KeysetHandle all = parsed(before);
            KeysetHandle newest = newest(all);
            return all.size() > 1 && unwraps(newest, needed) ? text(newest) : before;
        }));
    }

    private static boolean unwraps(KeysetHandle handle, byte[] wrapped) {
        try {
            aead(handle).decrypt(wrapped, PURPOSE);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static KeysetHandle renewed(KeysetHandle all) {
        try {
            return KeysetHandle.newBuilder(all)
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink makes AES-256-GCM keysets", e);
        }
    }

    private static KeysetHandle newest(KeysetHandle all) {
        try {
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(all.getPrimary().getKey())
                            .withFixedId(all.getPrimary().getId())
                            .makePrimary())
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key of a keyset makes a keyset", e);
        }
    }

    private static Aead aead(KeysetHandle handle) throws GeneralSecurityException {
        return handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static KeysetHandle parsed(String text) {
        try {
            AeadConfig.register();
            KeysetHandle handle = TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get());
            aead(handle);
            return handle;
        } catch (GeneralSecurityException e) {
            throw new UnreadableKeyException("The keyset cannot be read", e);
        }
    }

    private static String text(KeysetHandle handle) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink writes its keysets", e);
        }
    }
}
