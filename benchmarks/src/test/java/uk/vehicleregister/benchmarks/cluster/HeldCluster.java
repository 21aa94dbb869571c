package uk.vehicleregister.benchmarks.cluster;

import java.nio.file.Path;
import uk.vehicleregister.benchmarks.cluster.Service.Kind;

/// A cluster that its program does not close, in the directory that is the first argument.
final class HeldCluster {

    public static void main(String[] arguments) throws InterruptedException {
        Cluster cluster = Cluster.start(Path.of(arguments[0]));
        Service service = cluster.service(Kind.COMMAND);
        service.launch();
        System.out.println("STARTED " + service.processId());
        Thread.currentThread().join();
    }

    private HeldCluster() {}
}
