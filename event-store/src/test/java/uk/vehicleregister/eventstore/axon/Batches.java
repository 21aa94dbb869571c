package uk.vehicleregister.eventstore.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/// The events as they came, by the unit of work that a processor commits together with its token.
final class Batches implements EventHandlerInvoker {

    private final List<List<TrackedEventMessage<?>>> committed = new CopyOnWriteArrayList<>();

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return true;
    }

    @Override
    public boolean supportsReset() {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        CurrentUnitOfWork.get()
                .<List<TrackedEventMessage<?>>>getOrComputeResource("batch", key -> {
                    List<TrackedEventMessage<?>> batch = new ArrayList<>();
                    CurrentUnitOfWork.get().afterCommit(work -> committed.add(batch));
                    return batch;
                })
                .add((TrackedEventMessage<?>) message);
    }

    List<List<TrackedEventMessage<?>>> committed() {
        return committed;
    }

    List<TrackedEventMessage<?>> events() {
        return committed.stream().<TrackedEventMessage<?>>flatMap(List::stream).toList();
    }
}
