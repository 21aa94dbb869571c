package uk.vehicleregister.benchmarks.campaign.linear;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import uk.vehicleregister.benchmarks.campaign.clients.Certificate;
import uk.vehicleregister.benchmarks.campaign.clients.V5C;

/// What the clients of a street have seen of its papers so far, the newest last; with so many at once it is soon old.
final class Papers {

    private final List<List<V5C>> vehicles;
    private final List<Certificate> certificates = new CopyOnWriteArrayList<>();

    Papers(List<V5C> first) {
        vehicles = first.stream()
                .<List<V5C>>map(v5c -> new CopyOnWriteArrayList<>(List.of(v5c)))
                .toList();
    }

    /// Mostly the newest known.
    V5C any(Random dice) {
        List<V5C> seen = vehicles.get(dice.nextInt(vehicles.size()));
        int back = dice.nextInt(6) == 0 ? 2 : 1;
        return seen.get(Math.max(0, seen.size() - back));
    }

    boolean hasCertificates() {
        return !certificates.isEmpty();
    }

    /// One of the last few, used or not.
    Certificate anyCertificate(Random dice) {
        List<Certificate> seen = List.copyOf(certificates);
        return seen.get(Math.max(0, seen.size() - 1 - dice.nextInt(3)));
    }

    void seen(V5C v5c) {
        vehicles.stream()
                .filter(known -> known.getFirst().vehicleId().equals(v5c.vehicleId()))
                .forEach(known -> known.add(v5c));
    }

    void seen(Certificate certificate) {
        certificates.add(certificate);
    }
}
