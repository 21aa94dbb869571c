package uk.vehicleregister.benchmarks.campaign.overload;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.vehicleregister.benchmarks.campaign.trial.Senders;

/// What was seen before, during and after the crowd.
///
/// @param megabytes the most resident memory of the service meanwhile
record Crowd(Senders.Run before, Senders.Run during, Senders.Run after, long megabytes) {

    /// In milliseconds; whoever waits for longer on whatever machine is left without an answer.
    private static final double NO_ANSWER = 30_000;

    /// So many times the sustainable rate is asked for.
    static final int TIMES = 4;

    /// What is really sent may be less, where clients and service share two cores; below this it is no crowd.
    private static final double AT_LEAST = 2;

    /// So many are let in at once (`register.requests.most`). One after the other they need so long at the rate at
    /// which they are taken, and on a machine that the crowd itself keeps busy a few times as long.
    private static final double LET_IN = 256;

    private static final double FEW_TIMES = 4;

    /// A heap of 512 MB, and what a JVM needs beside it.
    private static final long MOST_MEGABYTES = 1_000;

    /// What must hold on any machine.
    List<String> violations() {
        List<String> found = new ArrayList<>();
        if (during.shed().count() == 0) found.add("nobody was turned away");
        if (during.recorded().count() == 0) found.add("nobody was let in");
        double longest = Stream.of(during.recorded(), during.shed(), during.unknown())
                .mapToDouble(times -> times.percentile(100))
                .max()
                .orElse(0);
        if (longest > NO_ANSWER) found.add("somebody waited %.0f ms for an answer".formatted(longest));
        if (megabytes > MOST_MEGABYTES) found.add("the service took " + megabytes + " MB");
        if (after.shed().count() > 0) found.add("afterwards " + after.shed().count() + " are still turned away");
        return found;
    }

    /// What must hold of rates and times on a machine that has nothing else to do.
    List<String> violationsInTime() {
        List<String> found = new ArrayList<>();
        if (during.offeredASecond() < AT_LEAST * before.recordedASecond())
            found.add("only %.0f a second were sent, which is no crowd".formatted(during.offeredASecond()));
        double longest = 2_000 + FEW_TIMES * LET_IN / during.recordedASecond() * 1_000;
        if (during.recorded().percentile(99) > longest)
            found.add("who was let in waited for long: " + during.recorded());
        if (during.shed().percentile(99) > longest) found.add("who was turned away waited for long: " + during.shed());
        if (during.recordedASecond() < before.recordedASecond() / 4)
            found.add("turning away left time for only %.0f a second".formatted(during.recordedASecond()));
        if (after.recordedASecond() < before.recordedASecond() / 2)
            found.add("afterwards only %.0f a second are taken".formatted(after.recordedASecond()));
        return found;
    }
}
