package uk.vehicleregister.benchmarks.campaign.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import uk.vehicleregister.benchmarks.campaign.clients.Outage;
import uk.vehicleregister.benchmarks.campaign.clients.Trial;
import uk.vehicleregister.benchmarks.cluster.Service;
import uk.vehicleregister.program.Stopped;

/// Strikes, and starts again what was struck, as an operator's supervisor would: no data is looked at or mended.
final class Killer {

    private static final String BACKENDS = "select pid from pg_stat_activity where backend_type = 'client backend'"
            + " and application_name <> 'campaign' order by state = 'active' desc, pid";

    private final Trial trial;
    private final Random dice;
    private final Map<Victim, Integer> killed = new EnumMap<>(Victim.class);
    final List<String> wrong = new ArrayList<>();

    Killer(Trial trial, Random dice) {
        this.trial = trial;
        this.dice = dice;
    }

    void strike(Blow blow) {
        pause(blow.after());
        for (Victim victim : blow.victims()) {
            if (victim != blow.victims().getFirst()) pause(blow.between());
            kill(victim);
        }
        if (blow.victims().contains(Victim.POSTMASTER)) bringTheDatabaseBack();
        List<Service> services = new ArrayList<>();
        if (blow.victims().contains(Victim.COMMAND_SERVICE)) services.add(trial.command(0));
        if (blow.victims().contains(Victim.QUERY_SERVICE)) services.add(trial.query());
        bringBack(services, blow);
    }

    private void kill(Victim victim) {
        switch (victim) {
            case COMMAND_SERVICE -> trial.command(0).kill();
            case QUERY_SERVICE -> trial.query().kill();
            case POSTMASTER -> end(trial.cluster().postmaster());
            case BACKEND -> {
                List<String> all = Outage.rideOut(() -> trial.archive().rows(BACKENDS));
                if (all.isEmpty()) return;
                end(Long.parseLong(all.get(dice.nextInt(all.size()))));
            }
        }
        killed.merge(victim, 1, Integer::sum);
    }

    private void bringBack(List<Service> services, Blow blow) {
        services.forEach(Service::launch);
        Duration again = blow.whileItStarts();
        if (again != null && !services.isEmpty()) {
            pause(again);
            for (Service service : services) {
                service.kill();
                Victim victim = service == trial.query() ? Victim.QUERY_SERVICE : Victim.COMMAND_SERVICE;
                killed.merge(victim, 1, Integer::sum);
                service.launch();
            }
        }
        for (Service service : services) {
            try {
                service.awaitReady();
            } catch (Stopped needsAHand) {
                wrong.add(needsAHand.words());
            }
        }
    }

    private void bringTheDatabaseBack() {
        pause(Duration.ofMillis(dice.nextInt(400)));
        String before = trial.cluster().database().url();
        trial.cluster().reopenDatabase();
        String now = trial.cluster().database().url();
        if (!now.equals(before)) wrong.add("the database came back at " + now + " and not at " + before);
    }

    private static void end(long processId) {
        ProcessHandle.of(processId).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    private static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }

    int kills() {
        return killed.values().stream().mapToInt(Integer::intValue).sum();
    }

    Map<Victim, Integer> killed() {
        return killed;
    }
}
