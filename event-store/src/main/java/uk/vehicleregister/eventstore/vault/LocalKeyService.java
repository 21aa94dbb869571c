package uk.vehicleregister.eventstore.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/// A key service of one keyset in a file (Tink's JSON form), for where there is no KMS. Another service may have
/// renewed the keyset, so it is read again when something does not unwrap.
public final class LocalKeyService implements KeyService {

    /// Where the keyset is kept. What was written is on disk when `write` returns.
    interface Keyset {

        String read();

        void write(String keyset);
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
            known = parsed(keyset.read());
        }
        try {
            return aead(known).decrypt(wrapped, PURPOSE);
        } catch (GeneralSecurityException e) {
            throw new UnreadableKeyException("An intermediate key was not wrapped by this keyset", e);
        }
    }

    @Override
    public synchronized void renew() {
        try {
            KeysetHandle renewed = KeysetHandle.newBuilder(parsed(keyset.read()))
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
            keyset.write(text(renewed));
            known = renewed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink makes AES-256-GCM keysets", e);
        }
    }

    @Override
    public boolean isOfNewest(byte[] wrapped) {
        try {
            aead(newest(parsed(keyset.read()))).decrypt(wrapped, PURPOSE);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public synchronized void destroyOlder() {
        KeysetHandle all = parsed(keyset.read());
        if (all.size() == 1) return;
        KeysetHandle newest = newest(all);
        keyset.write(text(newest));
        known = newest;
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
