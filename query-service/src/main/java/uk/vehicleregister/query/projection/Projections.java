package uk.vehicleregister.query.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import uk.vehicleregister.eventstore.axon.PostgresEventSource;

/// One Axon processor of one segment for each projection. A tracking processor waits on the log's own signal; Axon's
/// default error handler logs and skips, so the propagating one is set: a processor stops at what it cannot read.
public final class Projections implements SmartLifecycle {

    static final int BATCH = 1000;

    /// A transaction costs the same for one event as for fifty, and there are fifteen processors.
    private static final Duration GATHER = Duration.ofMillis(100);

    private final List<Projection> projections;
    private final List<TrackingEventProcessor> processors = new ArrayList<>();
    private volatile boolean running;

    public Projections(
            List<Projection> projections,
            PostgresEventSource log,
            TokenStore tokens,
            TransactionManager transactions,
            RowSessions sessions,
            Positions positions) {
        this.projections = List.copyOf(projections);
        for (Projection projection : projections)
            processors.add(TrackingEventProcessor.builder()
                    .name(projection.name())
                    .eventHandlerInvoker(new ProjectionInvoker(projection, sessions, positions))
                    .messageSource(new CarefulLog(
                            log.only(event -> Decoding.concerns(event, projection)),
                            projection.isUrgent() ? Duration.ZERO : GATHER,
                            atMost -> positions.untilAwaited(projection.name(), atMost)))
                    .tokenStore(tokens)
                    .transactionManager(transactions)
                    .errorHandler(PropagatingErrorHandler.INSTANCE)
                    .trackingEventProcessorConfiguration(
                            TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                    .andBatchSize(BATCH)
                                    .andEventAvailabilityTimeout(500, TimeUnit.MILLISECONDS)
                                    .andTokenClaimInterval(1, TimeUnit.SECONDS)
                                    .andInitialTrackingToken(_ -> beginning(projection)))
                    .build());
    }

    private static @Nullable TrackingToken beginning(Projection projection) {
        long past = projection.startsAfter();
        return past < 0 ? null : new GlobalSequenceTrackingToken(past);
    }

    public List<Projection> all() {
        return projections;
    }

    public Optional<Projection> named(String name) {
        return projections.stream().filter(p -> p.name().equals(name)).findAny();
    }

    /// Why the projection stands still on this instance, if it does.
    public Optional<String> fault(String name) {
        return processors.stream()
                .filter(p -> p.getName().equals(name))
                .flatMap(p -> p.processingStatus().values().stream())
                .filter(status -> status.isErrorState())
                .map(status -> status.getError().getClass().getSimpleName())
                .findAny();
    }

    /// A processor that met a fault waits up to a minute before it looks again: after an outage that is too long.
    public void lookAgain() {
        for (TrackingEventProcessor processor : processors) {
            boolean stuck = processor.isError()
                    || processor.processingStatus().values().stream().anyMatch(s -> s.isErrorState());
            if (running && stuck) {
                processor.shutDown();
                processor.start();
            }
        }
    }

    @Override
    public void start() {
        running = true;
        processors.forEach(TrackingEventProcessor::start);
    }

    @Override
    public void stop() {
        running = false;
        processors.stream().map(TrackingEventProcessor::shutdownAsync).toList().forEach(stopped -> stopped.join());
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
