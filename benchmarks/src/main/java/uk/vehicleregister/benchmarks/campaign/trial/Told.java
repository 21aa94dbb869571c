package uk.vehicleregister.benchmarks.campaign.trial;

import uk.vehicleregister.benchmarks.wire.Reply;

/// What a sender knows of one command after its last try.
public sealed interface Told {

    record Recorded(long position, String transactionId) implements Told {}

    /// The register says that nothing was recorded: shed, away, or overtaken by others.
    record NothingRecorded() implements Told {}

    /// The register says that it does not know, or there was no answer at all.
    record Unknown() implements Told {}

    /// An answer that no fault of the machinery excuses.
    record Wrong(String answer) implements Told {}

    static Told by(Reply reply) {
        String code = reply.status() == 201 ? "" : reply.code();
        return switch (reply.status()) {
            case 201 ->
                new Recorded(
                        reply.json().path("position").asLong(-1),
                        reply.json().path("transactionId").asString(""));
            case 503 -> {
                if (reply.retryAfter() < 1) yield new Wrong("503 without Retry-After: " + reply);
                if (reply.json().path("outcome").asString("").equals("UNKNOWN")) yield new Unknown();
                yield new NothingRecorded();
            }
            case 429 -> reply.retryAfter() < 1 ? new Wrong("429 without Retry-After") : new NothingRecorded();
            case 409 -> code.equals("CONFLICT") ? new NothingRecorded() : new Unknown();
            default -> new Wrong(reply.toString());
        };
    }
}
