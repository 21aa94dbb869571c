package uk.vehicleregister.query.period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hibernate.StatelessSession;
import uk.vehicleregister.query.projection.Copy;
import uk.vehicleregister.query.projection.Noted;

/// The periods that are known now of the things a batch of events is about, and what the batch makes of them. A
/// backdated event ends the knowledge of the versions it touches and adds new ones; nothing known earlier is
/// lost.
///
/// @param <R> the row of one period
public final class Periods<R extends PeriodRow<R>> {

    private final Function<R, List<String>> subjects;
    private final Map<String, List<R>> known = new HashMap<>();
    private final Set<R> added = new LinkedHashSet<>();
    private final Set<R> overtaken = Collections.newSetFromMap(new IdentityHashMap<>());

    /// @param known the versions known now of all subjects of the batch
    /// @param subjects what a period is of: it is found under each
    public Periods(Collection<R> known, Function<R, List<String>> subjects) {
        this.subjects = subjects;
        known.forEach(this::index);
    }

    /// The rule of keeperships (contract.md): the new period runs for ever, and what it covers is cut or emptied.
    /// On one date the later event wins, as the earlier period would end on the day it began.
    public void begin(String subject, R period, Noted by) {
        cut(subject, by, period.effectiveFrom(), _ -> true);
        add(period);
    }

    /// Ends what is known of this subject on that date, where the test says so.
    public void cut(String subject, Noted by, LocalDate date, Predicate<R> which) {
        for (R row : knownOf(subject)) if (row.reaches(date) && which.test(row)) cut(row, date, by);
    }

    /// What is known of this subject is worked out anew from its beginnings as this event has corrected them, in the
    /// order of the events that began them. Only what differs is written; what was believed stays, as known before.
    ///
    /// @param holdsTheSame whether two versions of a period are alike but for their dates
    public void retell(String subject, Iterable<R> beginnings, BiPredicate<R, R> holdsTheSame, Noted by) {
        Periods<R> anew = new Periods<>(List.of(), subjects);
        for (R beginning : beginnings) anew.begin(subject, beginning, by);
        List<R> right = new ArrayList<>(anew.knownOf(subject));
        for (R row : knownOf(subject))
            if (!right.removeIf(other -> row.isOfTheSameDates(other) && holdsTheSame.test(row, other))) forget(row, by);
        right.forEach(this::add);
    }

    /// What is known now to go on for this subject.
    public Optional<R> open(String subject) {
        return known.getOrDefault(subject, List.of()).stream()
                .filter(PeriodRow::isOpen)
                .findFirst();
    }

    /// What is known now of this subject.
    public List<R> of(String subject) {
        return knownOf(subject);
    }

    public void add(R period) {
        added.add(period);
        index(period);
    }

    /// Ends of knowledge first, then the new versions; the constraints look at the end of the transaction.
    public void write(Copy<R> table, StatelessSession rows) {
        if (!overtaken.isEmpty()) rows.updateMultiple(List.copyOf(overtaken));
        table.insert(added, rows);
    }

    private void cut(R row, LocalDate date, Noted by) {
        forget(row, by);
        // From that date to the same date is no time at all, yet it has been, and an auditor sees it.
        if (!row.effectiveFrom().isAfter(date)) add(row.until(date, by));
    }

    private void forget(R row, Noted by) {
        row.endKnowledge(by.recordedAt());
        subjects.apply(row).forEach(of -> known.getOrDefault(of, List.of()).remove(row));
        if (!added.contains(row)) overtaken.add(row);
    }

    private List<R> knownOf(String subject) {
        return List.copyOf(known.getOrDefault(subject, List.of()));
    }

    private void index(R row) {
        for (String subject : subjects.apply(row))
            known.computeIfAbsent(subject, _ -> new ArrayList<>(2)).add(row);
    }
}
