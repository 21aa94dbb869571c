package uk.vehicleregister.kernel.event;

import java.util.UUID;

/// What happened to the authority of an intermediary to act for a keeper.
public sealed interface AuthorityFact extends Fact permits AuthorityGranted, AuthorityRevoked {

    UUID authorityId();

    @Override
    default String stream() {
        return streamOf(authorityId());
    }

    static String streamOf(UUID authorityId) {
        return "authority-" + authorityId;
    }
}
