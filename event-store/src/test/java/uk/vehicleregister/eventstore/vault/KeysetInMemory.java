package uk.vehicleregister.eventstore.vault;

/// A keyset of a test's own.
final class KeysetInMemory implements LocalKeyService.Keyset {

    private String text = LocalKeyService.newKeyset();

    @Override
    public String read() {
        return text;
    }

    @Override
    public void write(String keyset) {
        text = keyset;
    }
}
