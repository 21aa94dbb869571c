package uk.vehicleregister.kernel.event;

import java.util.UUID;

/// Who looked. Each is a stream of its own, so that no look waits for another, nor a command for any.
public sealed interface DisclosureFact extends Fact permits RecordDisclosed {

    UUID disclosureId();

    @Override
    default String stream() {
        return streamOf(disclosureId());
    }

    static String streamOf(UUID disclosureId) {
        return "disclosure-" + disclosureId;
    }
}
