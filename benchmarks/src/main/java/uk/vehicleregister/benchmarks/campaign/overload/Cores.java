package uk.vehicleregister.benchmarks.campaign.overload;

import java.io.IOException;
import java.util.List;
import uk.vehicleregister.benchmarks.cluster.Cluster;
import uk.vehicleregister.benchmarks.cluster.Service;

/// The register on one half of the machine's cores and whoever sends on the other: a crowd that takes the time of what
/// it crowds never becomes four times of anything. By `taskset`, of Linux.
final class Cores implements AutoCloseable {

    private static final int ALL = Runtime.getRuntime().availableProcessors();

    private final boolean apart;

    private Cores(boolean apart) {
        this.apart = apart;
    }

    /// Until closed; on one core, or where there is no `taskset`, all stay where they are.
    static Cores apart(Cluster cluster) {
        if (ALL < 2) return new Cores(false);
        boolean moved = toTheFirstHalf(cluster.postmaster());
        for (Service service : cluster.services()) moved &= toTheFirstHalf(service.processId());
        return new Cores(moved && moved(ProcessHandle.current().pid(), ALL / 2, ALL - 1));
    }

    /// With its children, some of which may be gone by then.
    private static boolean toTheFirstHalf(long process) {
        boolean moved = moved(process, 0, ALL / 2 - 1);
        ProcessHandle.of(process).stream()
                .flatMap(ProcessHandle::descendants)
                .forEach(child -> moved(child.pid(), 0, ALL / 2 - 1));
        return moved;
    }

    boolean areApart() {
        return apart;
    }

    private static boolean moved(long process, int first, int last) {
        try {
            return new ProcessBuilder(List.of(
                                    "taskset", "--all-tasks", "--cpu-list", "--pid", first + "-" + last, "" + process))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noTaskset) {
            return false;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        if (ALL > 1) moved(ProcessHandle.current().pid(), 0, ALL - 1);
    }
}
