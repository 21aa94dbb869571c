package uk.vehicleregister.program.invariants;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.eventstore.vault.Opened;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.program.invariants.check.AcknowledgedOnce;
import uk.vehicleregister.program.invariants.check.Acknowledgement;
import uk.vehicleregister.program.invariants.check.EachRowOnce;
import uk.vehicleregister.program.invariants.check.FeeForAChange;
import uk.vehicleregister.program.invariants.check.History;
import uk.vehicleregister.program.invariants.check.History.Entry;
import uk.vehicleregister.program.invariants.check.NoReferenceTwice;
import uk.vehicleregister.program.invariants.check.OneKeeperAtATime;
import uk.vehicleregister.program.invariants.check.OnePlaceOfAMark;
import uk.vehicleregister.program.invariants.check.ReadModelsAreTheFold;
import uk.vehicleregister.program.invariants.check.ReadTable;
import uk.vehicleregister.program.invariants.order.Recorded;
import uk.vehicleregister.program.running.WholeRegister;

/// Reads the log as it grows and says what does not hold. The whole log is looked at each time, whoever wrote it; only
/// acknowledgements are of one run.
final class Watch {

    /// All but the customers' keys and the projections' own books.
    private static final String TABLES = "select table_name from information_schema.tables where table_schema = 'read'"
            + " and table_name not in ('api_key', 'flyway_schema_history') and table_name not like 'projection%'";

    private static final Watch SHARED = new Watch(WholeRegister.shared());

    private final WholeRegister register;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, String> printed = new HashMap<>();
    private long position = -1;

    private Watch(WholeRegister register) {
        this.register = register;
    }

    static Watch shared() {
        return SHARED;
    }

    long logEnd() {
        return register.log().lastPosition();
    }

    Recorded recorded(long at) {
        return new Recorded(
                register.log().transactionEndingAt(at).stream()
                        .map(event -> new Recorded.Told(
                                event.position(), EventJson.readFact(event.type(), event.revision(), event.payload())))
                        .toList(),
                this::number);
    }

    /// Waits until every read model has caught up, so nobody may be writing.
    List<String> violations(long since, List<Acknowledgement> told) {
        readOn();
        awaitReadModels(position);
        History history = new History(entries);
        List<String> found = new ArrayList<>(OneKeeperAtATime.violations(history));
        found.addAll(OnePlaceOfAMark.violations(history));
        found.addAll(FeeForAChange.violations(history));
        found.addAll(EachRowOnce.violations(history));
        found.addAll(NoReferenceTwice.violations(history, printed));
        found.addAll(NoReferenceTwice.violations(history, printed, told));
        found.addAll(AcknowledgedOnce.violations(history.after(since), told));
        found.addAll(ReadModelsAreTheFold.violations(history, tables()));
        return found;
    }

    /// Whatever the read models hold, to compare it with itself built anew.
    Map<String, List<String>> everyTable() {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : register.rows(TABLES))
            tables.put(table, register.rows("select t::text from read." + table + " t order by 1"));
        return tables;
    }

    private Map<ReadTable, List<String>> tables() {
        Map<ReadTable, List<String>> tables = new EnumMap<>(ReadTable.class);
        for (ReadTable table : ReadTable.values()) tables.put(table, register.rows(table.sql()));
        return tables;
    }

    void awaitReadModels(long at) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    JsonNode projections = register.positions().body().path("projections");
                    return !projections.isEmpty()
                            && projections.valueStream().allMatch(reached -> reached.asLong() >= at);
                });
    }

    String number(Credential credential) {
        return plain(register.vault().open(credential.sealed().text()));
    }

    private void readOn() {
        List<RecordedEvent> page = register.log().after(position, 1_000);
        while (!page.isEmpty()) {
            List<Entry> more = page.stream().map(History::entry).toList();
            print(more);
            entries.addAll(more);
            position = page.getLast().position();
            page = register.log().after(position, 1_000);
        }
    }

    private void print(List<Entry> more) {
        Map<Long, String> sealed = more.stream()
                .filter(entry -> entry.fact() instanceof V5CIssued)
                .collect(toMap(
                        Entry::position,
                        entry -> ((V5CIssued) entry.fact())
                                .documentReference()
                                .sealed()
                                .text()));
        Map<String, Opened> opened = register.vault().openAll(sealed.values());
        sealed.forEach((at, text) -> printed.put(at, plain(opened.get(text))));
    }

    static String plain(Opened opened) {
        return ((Opened.Plain) opened).text();
    }
}
