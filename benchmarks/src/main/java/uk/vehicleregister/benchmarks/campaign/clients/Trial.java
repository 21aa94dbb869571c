package uk.vehicleregister.benchmarks.campaign.clients;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import uk.vehicleregister.benchmarks.cluster.Cluster;
import uk.vehicleregister.benchmarks.cluster.Service;
import uk.vehicleregister.program.client.Answer;
import uk.vehicleregister.program.invariants.check.Acknowledgement;

/// A register on trial: some command services and one query service, what was acknowledged so far, and a way to look
/// behind it.
public final class Trial implements AutoCloseable {

    private static final int REGISTRARS = 8;

    private final Cluster cluster;
    private final List<Service> commands;
    private final Service query;
    private final Thread onInterrupt;
    private final Archive archive;
    private final Sender sender;
    private final Queue<Acknowledgement> told = new ConcurrentLinkedQueue<>();
    private final AtomicInteger registered = new AtomicInteger();

    private Trial(Cluster cluster, List<Service> commands, Service query, Thread onInterrupt) {
        this.cluster = cluster;
        this.onInterrupt = onInterrupt;
        this.commands = commands;
        this.query = query;
        this.archive = Archive.of(cluster);
        this.sender = new Sender(cluster.issuerAddress(), archive);
    }

    /// Returns once every service is ready.
    ///
    /// @param sealed whether the query service seals the log
    public static Trial start(Path directory, int commandServices, boolean sealed) {
        Cluster cluster = Cluster.start(directory.resolve("register"));
        Thread onInterrupt = Thread.ofPlatform().unstarted(cluster::close);
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            List<Service> commands = IntStream.range(0, commandServices)
                    .mapToObj(_ -> cluster.service(Service.Kind.COMMAND, Trial::settings))
                    .toList();
            Service query = cluster.standard(Service.Kind.QUERY, sealed, Trial::settings);
            commands.forEach(Service::launch);
            query.launch();
            commands.forEach(Service::awaitReady);
            query.awaitReady();
            return new Trial(cluster, commands, query, onInterrupt);
        } catch (RuntimeException failed) {
            end(cluster, onInterrupt);
            throw failed;
        }
    }

    /// A batch whose service was killed is gone on with after a second, and not after ten: there are many kills to do.
    private static Map<String, String> settings(Map<String, String> usual) {
        Map<String, String> settings = new HashMap<>(usual);
        settings.put("REGISTER_TODAY", Requests.TODAY.toString());
        settings.put("REGISTER_BATCHES_TAKEOVERAFTER", "1s");
        return settings;
    }

    public Cluster cluster() {
        return cluster;
    }

    public Service command(int number) {
        return commands.get(number);
    }

    public Service query() {
        return query;
    }

    public Archive archive() {
        return archive;
    }

    public Sender sender() {
        return sender;
    }

    public List<Acknowledgement> told() {
        return List.copyOf(told);
    }

    public int acknowledged() {
        return told.size();
    }

    /// Keeps what a client was told, where it was told that its command is in the log.
    public void note(Request request, String key, Answer answer) {
        if (answer.status() == 201)
            told.add(new Acknowledgement(
                    key, answer.text("transactionId"), answer.position(), request.effect(), request.reference()));
    }

    public void note(Acknowledgement row) {
        told.add(row);
    }

    /// Registers new ones, and waits for their papers.
    public List<V5C> vehicles(int count) {
        List<V5C> papers = new ArrayList<>();
        try (ExecutorService registrars = Executors.newFixedThreadPool(REGISTRARS)) {
            List<Future<V5C>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) running.add(registrars.submit(this::vehicle));
            for (Future<V5C> vehicle : running) papers.add(vehicle.get());
            return papers;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        } catch (java.util.concurrent.ExecutionException failed) {
            throw new IllegalStateException("vehicles cannot be registered", failed.getCause());
        }
    }

    private V5C vehicle() {
        int number = registered.incrementAndGet();
        Request request = Requests.registration(number);
        String key = "registration-" + number;
        Answer answer = sender.untilAnswered(commands.getFirst()::address, request, key);
        if (answer.status() != 201) throw new IllegalStateException("a vehicle is refused: " + answer.problem());
        note(request, key, answer);
        return archive.v5c(answer.text("vehicleId"), answer.position());
    }

    @Override
    public void close() {
        sender.close();
        archive.close();
        end(cluster, onInterrupt);
    }

    /// When the program was interrupted, its hook ends the processes already.
    private static void end(Cluster cluster, Thread onInterrupt) {
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException ending) {
            return;
        }
        cluster.close();
    }
}
