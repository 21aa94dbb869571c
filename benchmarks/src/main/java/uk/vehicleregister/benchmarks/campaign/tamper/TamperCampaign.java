package uk.vehicleregister.benchmarks.campaign.tamper;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.benchmarks.campaign.Campaign;
import uk.vehicleregister.benchmarks.campaign.Form;
import uk.vehicleregister.benchmarks.campaign.Report;
import uk.vehicleregister.benchmarks.campaign.tamper.Tampering.Expected;
import uk.vehicleregister.benchmarks.campaign.trial.MotTrial;
import uk.vehicleregister.benchmarks.campaign.trial.Senders;
import uk.vehicleregister.program.audit.DatabaseLog.Judgement;
import uk.vehicleregister.program.postgres.RegisterDatabase;
import uk.vehicleregister.query.replay.Difference.Kind;

/// A copy of the log is altered in one way after the other, each is audited as `verify` does and then taken back.
/// What is bad first is known from what was done, and must be named; a copy that nobody altered must be called good.
public final class TamperCampaign implements Campaign {

    private static final int EVENTS = 1_400;
    private static final int VEHICLES = 400;
    private static final int DRAWS = 100;
    private static final int MOST_TOLD = 20;
    private static final String NO_JSON = "22P02";
    private static final List<Tampering> KINDS = Stream.of(
                    EventTamperings.ALL, TreeTamperings.ALL, CheckpointTamperings.ALL)
            .flatMap(List::stream)
            .toList();

    @Override
    public String name() {
        return "tamper";
    }

    @Override
    public String claim() {
        return "Whatever is altered in log, tree or checkpoint behind the program's back, an audit finds it and names"
                + " the first bad position; a row edited in a read model is named by a replay.";
    }

    @Override
    public Report run(Order order) throws Exception {
        try (MotTrial trial = MotTrial.open(order.directory().resolve("register"), VEHICLES)) {
            new Senders(trial, 4).asFastAsAnswered(Duration.ofSeconds(3));
            trial.awaitProjected(Duration.ofMinutes(1));
            return on(trial.cluster().database(), order);
        }
    }

    public Report on(RegisterDatabase register, Order order) throws SQLException, IOException {
        boolean brief = order.form() == Form.SHORT;
        Random random = new Random(order.seed());
        try (Copy copy = Copy.of(register, EVENTS, order.directory());
                EditedRows rows = new EditedRows(register, random)) {
            int edits = brief ? Kind.values().length : 300;
            return new Run(copy, rows, random, order).of(brief ? 4 * KINDS.size() : 10_000 - edits, edits);
        }
    }

    /// What is to be said of a judgement; null when it is as it must be.
    static @Nullable String violation(Expected expected, Judgement judged) {
        if (judged.good()) return "was accepted, good up to " + judged.goodUpTo();
        boolean named = expected.position() == null
                ? judged.position() == null
                : expected.position().equals(judged.position());
        if (!named) return "position " + expected.position() + " was to be named, and it says " + judged.sentence();
        if (expected.goodUpTo() == judged.goodUpTo()) return null;
        return "is good up to " + expected.goodUpTo() + ", and it says up to " + judged.goodUpTo();
    }

    /// The same for a copy that nobody altered.
    static @Nullable String violation(Judgement judged, int size) {
        if (judged.good() && judged.goodUpTo() == size - 1) return null;
        return "nobody altered it, and it says " + judged.sentence() + ", good up to " + judged.goodUpTo();
    }

    private final class Run {

        private final Copy copy;
        private final EditedRows rows;
        private final Random random;
        private final Order order;
        private final Map<String, Integer> found = new TreeMap<>();
        private final List<String> violations = new ArrayList<>();
        private int controls;
        private int withPosition;
        private int rowsFound;

        Run(Copy copy, EditedRows rows, Random random, Order order) {
            this.copy = copy;
            this.rows = rows;
            this.random = random;
            this.order = order;
        }

        Report of(int mutations, int edits) throws SQLException, IOException {
            long began = System.nanoTime();
            control();
            for (int i = 0; i < mutations; i++) {
                tamper(KINDS.get(i % KINDS.size()), i);
                if (i % 20 == 19) control();
                if (i % 500 == 499) copy.sweep();
                if (i % 1000 == 999) order.progress().accept((i + 1) + " done, " + violations.size() + " violations");
            }
            control();
            if (!copy.isAsCopied()) violations.add("the copy is not what it was: something was not taken back");
            double seconds = (System.nanoTime() - began) / 1e9;
            editRows(edits);
            double replays = (System.nanoTime() - began) / 1e9 - seconds;
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("events sealed", copy.size());
            figures.put("mutations", mutations);
            figures.put(
                    "found", found.values().stream().mapToInt(Integer::intValue).sum());
            figures.put("found with their first bad position", withPosition);
            figures.put("found, by kind", found);
            figures.put("controls that were called good", controls);
            figures.put("seconds", Math.round(seconds * 10) / 10.0);
            figures.put("rows of read models edited", edits);
            figures.put("found and named by replay", rowsFound);
            figures.put("seconds of replays", Math.round(replays * 10) / 10.0);
            return new Report(name(), figures, violations);
        }

        private void tamper(Tampering kind, int number) throws SQLException, IOException {
            Expected expected = null;
            for (int draws = 0; expected == null && draws < DRAWS; draws++) {
                copy.undo();
                expected = alter(kind, random.nextInt(copy.checkpoints() + 1) - 1);
            }
            if (expected == null) throw new IllegalStateException("cannot be done at all: " + kind.name());
            String wrong;
            try {
                wrong = violation(expected, copy.audit(expected.kept()));
            } catch (RuntimeException failed) {
                wrong = "the audit fails: " + failed;
            }
            copy.undo();
            if (wrong == null) {
                found.merge(kind.name(), 1, Integer::sum);
                if (expected.position() != null) withPosition++;
            } else violated("mutation " + number + ", " + kind.name() + ": " + wrong);
        }

        private @Nullable Expected alter(Tampering kind, int kept) throws SQLException {
            try {
                return kind.hand().alter(copy, random, kept);
            } catch (SQLException refused) {
                if (NO_JSON.equals(refused.getSQLState())) return null;
                throw refused;
            }
        }

        private void editRows(int edits) throws SQLException {
            rows.control().forEach(this::violated);
            Kind[] kinds = Kind.values();
            for (int i = 0; i < edits; i++) {
                String wrong = rows.editOne(kinds[i % kinds.length]);
                if (wrong == null) rowsFound++;
                else violated("edit " + i + ": " + wrong);
            }
            rows.control().forEach(this::violated);
        }

        private void control() throws IOException {
            for (int kept = -1; kept < copy.checkpoints(); kept++) {
                String wrong = violation(copy.audit(kept), copy.size());
                if (wrong == null) controls++;
                else violated(wrong);
            }
        }

        private void violated(String what) {
            if (violations.size() < MOST_TOLD) violations.add(what);
        }
    }
}
