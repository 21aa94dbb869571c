package uk.vehicleregister.query.projection;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The [Tenure] of each projection in this process, and how one is brought to an end in whichever process it is.
public final class Tenures {

    private static final String OWNER =
            "select owner from read.projection_token where processor_name = ? and segment = 0 for update";

    private final JdbcClient database;
    private final Map<String, Tenure> tenures = new ConcurrentHashMap<>();

    /// Names this process in the claims. Process numbers and host names come again, in containers above all.
    private final String self = ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID();

    public Tenures(JdbcClient database) {
        this.database = database;
    }

    String self() {
        return self;
    }

    public Tenure of(String projection) {
        return tenures.computeIfAbsent(projection, _ -> new Tenure());
    }

    /// Who holds the claim; the token's row stays locked until the end of the transaction at hand.
    Optional<String> owner(String projection) {
        return database.sql(OWNER).param(projection).query(String.class).list().stream()
                .filter(owner -> owner != null)
                .findAny();
    }

    /// For whoever is about to put other rows in the place of a projection's, in the transaction at hand: answers once
    /// no process trusts what it knows of the old ones. With the token's row locked nobody's claim can be renewed.
    public void endAll(String projection) {
        Optional<String> owner = owner(projection);
        of(projection).end();
        if (owner.isPresent() && !owner.get().equals(self)) awaitEnd(System.nanoTime());
    }

    /// Until what another process knew at that time counts no more there.
    static void awaitEnd(long sinceNanos) {
        long left = Tenure.LASTS.toNanos() - (System.nanoTime() - sinceNanos);
        if (left <= 0) return;
        try {
            TimeUnit.NANOSECONDS.sleep(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while another process may still answer from memory", e);
        }
    }
}
