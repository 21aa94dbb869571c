package uk.vehicleregister.benchmarks.campaign.slowcommit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/// What a projector does: it reads on from its token, as often as it is told to, and keeps the token of what it read.
final class Follower {

    private final EventStorageEngine engine;
    private final List<String> delivered = new ArrayList<>();
    private @Nullable TrackingToken token;

    Follower(EventStorageEngine engine) {
        this.engine = engine;
    }

    void readOn() {
        try (Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(token, false)) {
            events.forEach(event -> {
                delivered.add(String.valueOf(event.getPayload()));
                token = event.trackingToken();
            });
        }
    }

    List<String> delivered() {
        return List.copyOf(delivered);
    }
}
