package uk.vehicleregister.benchmarks.campaign.writers;

import java.util.List;
import java.util.Random;
import uk.vehicleregister.benchmarks.campaign.clients.Certificate;
import uk.vehicleregister.benchmarks.campaign.clients.Request;
import uk.vehicleregister.benchmarks.campaign.clients.Requests;
import uk.vehicleregister.benchmarks.campaign.clients.Trial;
import uk.vehicleregister.benchmarks.campaign.clients.V5C;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.EventCatalogue;

/// Everybody wants the same few vehicles, and the same certificates: what some are granted is what others have come too
/// late for.
final class Conflict implements Crowd.Habit {

    private static final String LAST_CERTIFICATES = "select stream from log.event where type = '"
            + EventCatalogue.nameOf(EntitlementGranted.class) + "' order by position desc limit 3";

    private final Trial trial;
    private final List<String> vehicles;

    Conflict(Trial trial, List<String> vehicles) {
        this.trial = trial;
        this.vehicles = vehicles;
    }

    @Override
    public Request next(Random dice) {
        V5C v5c = trial.archive().latest(vehicles.get(dice.nextInt(vehicles.size())));
        return switch (dice.nextInt(8)) {
            case 0, 1 -> Requests.retention(v5c);
            case 2, 3 -> assignment(v5c, dice);
            case 4 -> Requests.motPass(v5c.mark());
            default -> Requests.keeperChange(v5c);
        };
    }

    /// One of the last few certificates, which others try to use at the same moment.
    private Request assignment(V5C v5c, Random dice) {
        List<String> streams = trial.archive().rows(LAST_CERTIFICATES);
        if (streams.isEmpty()) return Requests.keeperChange(v5c);
        Certificate shown = trial.archive().certificate(streams.get(dice.nextInt(streams.size())));
        return Requests.assignment(v5c, shown);
    }
}
