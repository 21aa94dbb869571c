package uk.vehicleregister.benchmarks.campaign.network;

import java.time.Duration;

/// What a [FaultProxy] does to what passes through it.
sealed interface Fault {

    record None() implements Fault {}

    /// Everything arrives so much later, either way.
    record Delay(Duration by) implements Fault {}

    /// Open connections are reset, and new ones right away.
    record Cut() implements Fault {}

    /// Nothing arrives and nobody is told: bytes vanish, either way. A connection that lost bytes stays mute for good,
    /// as behind a router that forgot it, or is reset when the line is mended.
    record HalfOpen(boolean forGood) implements Fault {}

    /// The next request that holds these bytes is lost on its way, and its connection reset.
    record RequestLost(String holding) implements Fault {}

    /// The next request that holds these bytes arrives and is done; its answer is lost, and the connection reset.
    record AnswerLost(String holding) implements Fault {}
}
