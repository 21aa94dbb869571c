package uk.vehicleregister.benchmarks.campaign.linear;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A few vehicles and all marks they ever had, as one object: the register as it would be if people came one by one.
///
/// @param papers of each vehicle: the mark on it, and its latest reference
/// @param places of each mark ever seen: a vehicle, or a certificate; absent: void
record Street(Map<String, Paper> papers, Map<String, String> places) {

    record Paper(String mark, String reference) {}

    private static final String VEHICLE = "on vehicle ";
    private static final String CERTIFICATE = "on certificate ";

    /// As first registered.
    static Street of(Map<String, Paper> papers) {
        Map<String, String> places = new HashMap<>();
        papers.forEach((vehicle, paper) -> places.put(paper.mark(), VEHICLE + vehicle));
        return new Street(Map.copyOf(papers), Map.copyOf(places));
    }

    /// The register after it; empty when it could not have been answered so.
    Optional<Street> after(Operation.Did did) {
        Optional<String> vehicle = vehicleOf(did.mark(), did.reference());
        return switch (did) {
            case Operation.KeeperChanged f -> vehicle.map(id -> with(id, f.mark(), f.next()));
            case Operation.Retained f ->
                vehicle.filter(id -> isAt(f.mark(), VEHICLE + id) && !isOnAnything(f.replacement()))
                        .map(id -> with(id, f.replacement(), f.next())
                                .with(f.mark(), CERTIFICATE + f.certificate())
                                .with(f.replacement(), VEHICLE + id));
            case Operation.Assigned f ->
                vehicle.filter(id -> isAt(f.markToAssign(), CERTIFICATE + f.certificate()))
                        .map(id -> with(id, f.markToAssign(), f.next())
                                .without(f.mark())
                                .with(f.markToAssign(), VEHICLE + id));
            case Operation.NotMatched _ -> vehicle.isEmpty() ? Optional.of(this) : Optional.empty();
            case Operation.CertificateNotMatched f ->
                vehicle.isPresent() && !isAt(f.markToAssign(), CERTIFICATE + f.certificate())
                        ? Optional.of(this)
                        : Optional.empty();
            case Operation.Read f -> vehicle.filter(f.vehicle()::equals).map(_ -> this);
        };
    }

    private Optional<String> vehicleOf(String mark, String reference) {
        Paper shown = new Paper(mark, reference);
        return papers.entrySet().stream()
                .filter(known -> known.getValue().equals(shown))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private boolean isAt(String mark, String place) {
        return place.equals(places.get(mark));
    }

    private boolean isOnAnything(String mark) {
        return places.containsKey(mark);
    }

    private Street with(String vehicle, String mark, String reference) {
        Map<String, Paper> more = new HashMap<>(papers);
        more.put(vehicle, new Paper(mark, reference));
        return new Street(Map.copyOf(more), places);
    }

    private Street with(String mark, String place) {
        Map<String, String> more = new HashMap<>(places);
        more.put(mark, place);
        return new Street(papers, Map.copyOf(more));
    }

    private Street without(String mark) {
        Map<String, String> fewer = new HashMap<>(places);
        fewer.remove(mark);
        return new Street(papers, Map.copyOf(fewer));
    }
}
