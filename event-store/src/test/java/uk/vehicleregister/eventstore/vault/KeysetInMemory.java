package uk.vehicleregister.eventstore.vault;

import java.util.function.UnaryOperator;

/// A keyset of a test's own.
final class KeysetInMemory implements LocalKeyService.Keyset {

    private String text = LocalKeyService.newKeyset();

    @Override
    public String read() {
        return text;
    }

    @Override
    public String change(UnaryOperator<String> change) {
        text = change.apply(text);
        return text;
    }
}
