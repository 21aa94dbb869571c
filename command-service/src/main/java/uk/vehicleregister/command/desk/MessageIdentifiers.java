package uk.vehicleregister.command.desk;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.common.IdentifierFactory;

/// Identifiers of commands, their results and their units of work, which are stored nowhere: they need to be
/// distinct and no secret. Axon draws half a dozen for each command, and cryptographic ones made threads wait for
/// each other.
public final class MessageIdentifiers extends IdentifierFactory {

    @Override
    public String generateIdentifier() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
