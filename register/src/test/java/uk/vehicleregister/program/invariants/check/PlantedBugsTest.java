package uk.vehicleregister.program.invariants.check;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.program.invariants.check.MadeFacts.BATCH;
import static uk.vehicleregister.program.invariants.check.MadeFacts.NEW;
import static uk.vehicleregister.program.invariants.check.MadeFacts.acquired;
import static uk.vehicleregister.program.invariants.check.MadeFacts.assigned;
import static uk.vehicleregister.program.invariants.check.MadeFacts.disposed;
import static uk.vehicleregister.program.invariants.check.MadeFacts.granted;
import static uk.vehicleregister.program.invariants.check.MadeFacts.opened;
import static uk.vehicleregister.program.invariants.check.MadeFacts.refused;
import static uk.vehicleregister.program.invariants.check.MadeFacts.retained;
import static uk.vehicleregister.program.invariants.check.MadeFacts.reversed;
import static uk.vehicleregister.program.invariants.check.MadeFacts.sold;
import static uk.vehicleregister.program.invariants.check.MadeFacts.submitted;
import static uk.vehicleregister.program.invariants.check.MadeFacts.worked;
import static uk.vehicleregister.program.invariants.check.MadeHistory.CAR;
import static uk.vehicleregister.program.invariants.check.MadeHistory.DAY;
import static uk.vehicleregister.program.invariants.check.MadeHistory.MARK;
import static uk.vehicleregister.program.invariants.check.MadeHistory.OTHER;
import static uk.vehicleregister.program.invariants.check.MadeHistory.VAN;
import static uk.vehicleregister.program.invariants.check.MadeHistory.keeper;
import static uk.vehicleregister.program.invariants.check.MadeHistory.registered;
import static uk.vehicleregister.program.invariants.check.MadeHistory.v5c;
import static uk.vehicleregister.program.invariants.check.MadeHistory.withCarAndVan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.disclosure.DisclosureKind;
import uk.vehicleregister.kernel.disclosure.DisclosurePurpose;
import uk.vehicleregister.kernel.event.AttemptRefused;
import uk.vehicleregister.kernel.event.BatchEnded;
import uk.vehicleregister.kernel.event.FeePurpose;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.MarkAssigned;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.PaymentAuthorised;
import uk.vehicleregister.kernel.event.PaymentCancelled;
import uk.vehicleregister.kernel.event.PaymentClaimed;
import uk.vehicleregister.kernel.event.PaymentRefundDue;
import uk.vehicleregister.kernel.event.RecordDisclosed;
import uk.vehicleregister.kernel.event.WorkedRow;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// Each check finds the bug it is there for, and finds nothing where there is none.
class PlantedBugsTest {

    @Test
    void an_orderly_history_has_no_violations() {
        MadeHistory orderly = withCarAndVan()
                .append(disposed())
                .append(acquired(), v5c(CAR, MARK, "car-2"))
                .append(retained())
                .append(assigned());

        assertThat(OneKeeperAtATime.violations(orderly.history())).isEmpty();
        assertThat(OnePlaceOfAMark.violations(orderly.history())).isEmpty();
        assertThat(NoReferenceTwice.violations(orderly.history(), orderly.printed()))
                .isEmpty();
        assertThat(ReadModelsAreTheFold.violations(orderly.history(), folded(orderly.history())))
                .isEmpty();
    }

    @Test
    void a_vehicle_sold_by_two_people_at_once() {
        theOnly(OneKeeperAtATime.violations(
                        withCarAndVan().append(disposed()).append(disposed()).history()))
                .contains("is in the trade and yet changes hands");
        theOnly(OneKeeperAtATime.violations(
                        withCarAndVan().append(sold()).append(acquired()).history()))
                .contains("has a keeper and yet changes hands");
    }

    @Test
    void a_vehicle_registered_twice() {
        theOnly(OneKeeperAtATime.violations(
                        withCarAndVan().append(registered(CAR, MARK)).history()))
                .contains("registered a second time");
    }

    @Test
    void a_mark_on_two_vehicles() {
        MadeHistory taken = withCarAndVan().append(new MarkAssigned(VAN, MARK, OTHER, null, DAY));

        assertThat(OnePlaceOfAMark.violations(taken.history())).anyMatch(found -> found.contains("is on [car, van]"));
    }

    @Test
    void a_mark_on_a_vehicle_and_on_a_certificate() {
        MadeHistory both = withCarAndVan().append(granted());

        theOnly(OnePlaceOfAMark.violations(both.history()))
                .contains("is on [car], and its own record says on no vehicle");
    }

    @Test
    void a_mark_that_says_it_is_on_a_vehicle_that_carries_another() {
        MadeHistory apart = withCarAndVan().append(new MarkIssued(NEW, CAR, DAY));

        theOnly(OnePlaceOfAMark.violations(apart.history())).contains("is on [], and its own record says car");
    }

    @Test
    void a_document_reference_that_comes_back() {
        MadeHistory revived =
                withCarAndVan().append(sold(), v5c(CAR, MARK, "car-2")).append(sold(), v5c(CAR, MARK, "car-1"));

        theOnly(NoReferenceTwice.violations(revived.history(), revived.printed()))
                .contains("comes back");
    }

    @Test
    void a_sale_on_a_dead_document_reference() {
        MadeHistory run = withCarAndVan();
        Acknowledgement first = run.append(sold(), v5c(CAR, MARK, "car-2")).told("k1", KeeperChanged.class, "car-1");
        Acknowledgement second = run.append(sold(), v5c(CAR, MARK, "car-3")).told("k2", KeeperChanged.class, "car-1");

        assertThat(NoReferenceTwice.violations(run.history(), run.printed(), List.of(first)))
                .isEmpty();
        theOnly(NoReferenceTwice.violations(run.history(), run.printed(), List.of(first, second)))
                .contains("not valid");
    }

    @Test
    void an_acknowledged_command_that_is_not_in_the_log() {
        Acknowledgement told = withCarAndVan().append(sold()).told("k1", KeeperChanged.class, "car-1");

        theOnly(AcknowledgedOnce.violations(new History(List.of()), List.of(told)))
                .contains("is not in the log");
    }

    @Test
    void an_acknowledged_command_that_is_in_the_log_twice() {
        MadeHistory run = withCarAndVan();
        long before = run.history().entries().size() - 1;
        Acknowledgement told = run.append(sold()).told("k1", KeeperChanged.class, "car-1");
        assertThat(AcknowledgedOnce.violations(run.history().after(before), List.of(told)))
                .isEmpty();

        run.append(sold());
        theOnly(AcknowledgedOnce.violations(run.history().after(before), List.of(told)))
                .contains("nobody was told");
    }

    @Test
    void an_append_that_holds_what_was_acknowledged_twice() {
        MadeHistory run = withCarAndVan();
        long before = run.history().entries().size() - 1;
        Acknowledgement told = run.append(sold(), sold()).told("k1", KeeperChanged.class, "car-1");

        theOnly(AcknowledgedOnce.violations(run.history().after(before), List.of(told)))
                .contains("stands 2 times");
    }

    @Test
    void one_key_with_two_transactions_and_one_transaction_for_two_keys() {
        MadeHistory run = withCarAndVan();
        long before = run.history().entries().size() - 1;
        Acknowledgement first = run.append(sold()).told("k1", KeeperChanged.class, "car-1");
        Acknowledgement second = run.append(sold()).told("k1", KeeperChanged.class, "car-1");
        Acknowledgement stranger = run.told("k2", KeeperChanged.class, "car-1");

        assertThat(AcknowledgedOnce.violations(run.history().after(before), List.of(first, second, stranger)))
                .anyMatch(found -> found.contains("one key was answered"))
                .anyMatch(found -> found.contains("two requests were told"));
    }

    @Test
    void a_fee_that_is_given_back_though_it_paid_for_a_change() {
        PaymentAuthorised taken = new PaymentAuthorised("p1", "provider-1", DAY);
        PaymentCancelled givenBack = new PaymentCancelled("p1", "CASE_DECIDED", DAY);
        MadeHistory paid = withCarAndVan().append(sold(), taken);
        assertThat(FeeForAChange.violations(paid.history())).isEmpty();

        theOnly(FeeForAChange.violations(paid.append(givenBack).history()))
                .contains("PaymentAuthorised and then PaymentCancelled");
        theOnly(FeeForAChange.violations(withCarAndVan().append(taken).history()))
                .contains("for nothing");
    }

    @Test
    void more_given_back_than_was_paid() {
        PaymentClaimed claimed = new PaymentClaimed(
                "p1", new UUID(0, 1), "", "retentions", MARK, FeePurpose.RETENTION, 80_00, DAY, null);
        PaymentRefundDue due = new PaymentRefundDue("p1", "SURRENDERED", 80_00, "SURRENDERED", DAY);
        MadeHistory once = withCarAndVan().append(claimed).append(due);
        assertThat(FeeForAChange.violations(once.history())).isEmpty();

        theOnly(FeeForAChange.violations(once.append(due).history())).contains("more is given back than was paid");
    }

    @Test
    void a_correction_that_leaves_the_vehicle_with_somebody_else() {
        MadeHistory disposed = withCarAndVan().append(disposed());
        long disposal = disposed.history().entries().getLast().position();
        KeeperChangeReversed backToKeeper = reversed(disposal, keeper());
        assertThat(OneKeeperAtATime.violations(
                        disposed.append(backToKeeper).append(sold()).history()))
                .isEmpty();

        theOnly(OneKeeperAtATime.violations(withCarAndVan()
                        .append(disposed())
                        .append(reversed(disposal, null))
                        .history()))
                .contains("a correction leaves vehicle car in the trade");
        theOnly(OneKeeperAtATime.violations(
                        withCarAndVan().append(reversed(1, keeper())).history()))
                .contains("nothing of vehicle car that began at 1 can be corrected");
    }

    @Test
    void a_row_of_a_batch_that_is_told_of_twice_or_is_not_in_the_log() {
        BatchEnded ended = new BatchEnded(BATCH, 0, 1, DAY);
        MadeHistory orderly = withCarAndVan().append(submitted(1)).append(worked(refused(1)), ended);
        assertThat(EachRowOnce.violations(orderly.history())).isEmpty();

        assertThat(EachRowOnce.violations(orderly.append(worked(refused(1))).history()))
                .anyMatch(found -> found.contains("told of a second time"))
                .anyMatch(found -> found.contains("that has ended"));
        WorkedRow made = new WorkedRow(
                1, "disposals", MARK, WorkedRow.State.DONE, null, List.of(), List.of(), new UUID(1, 1), 0L);
        theOnly(EachRowOnce.violations(
                        withCarAndVan().append(submitted(1), worked(made)).history()))
                .contains("is not in the log");
    }

    @Test
    void a_batch_that_ends_twice_or_before_its_last_row() {
        BatchEnded ended = new BatchEnded(BATCH, 0, 1, DAY);
        MadeHistory early = withCarAndVan().append(submitted(2)).append(worked(refused(1)), ended);
        theOnly(EachRowOnce.violations(early.history())).contains("not with what was told of its rows");

        MadeHistory twice = withCarAndVan().append(submitted(1)).append(worked(refused(1)), ended, ended);
        theOnly(EachRowOnce.violations(twice.history())).contains("ends a second time");
    }

    /// In every table, a row that is missing, and one that is not as the log has it.
    @Test
    void a_row_that_differs() {
        History history = withCarAndVan()
                .append(retained())
                .append(opened())
                .append(submitted(1))
                .append(worked(refused(1)), new BatchEnded(BATCH, 0, 1, DAY))
                .append(new AttemptRefused(new UUID(0, 1), "disposals", MARK, RefusalCode.NO_KEEPER, DAY))
                .append(new RecordDisclosed(
                        new UUID(0, 2),
                        DisclosureKind.MARK_HISTORY,
                        null,
                        MARK,
                        DisclosurePurpose.AUDIT,
                        null,
                        null,
                        null,
                        DAY))
                .history();
        for (ReadTable table : ReadTable.values()) {
            assertThat(ReadModelsAreTheFold.violations(history, spoilt(history, table, _ -> null)))
                    .as("%s", table)
                    .singleElement()
                    .asString()
                    .startsWith(table + " lacks");
            assertThat(ReadModelsAreTheFold.violations(history, spoilt(history, table, row -> row + "x")))
                    .as("%s", table)
                    .hasSize(2);
        }
    }

    @Test
    void a_row_that_is_there_twice() {
        History history = withCarAndVan().history();
        Map<ReadTable, List<String>> rows = folded(history);
        rows.get(ReadTable.KEEPERSHIP).add(rows.get(ReadTable.KEEPERSHIP).getFirst());

        theOnly(ReadModelsAreTheFold.violations(history, rows)).contains("holds 3 rows and not 2");
    }

    private static AbstractStringAssert<?> theOnly(List<String> found) {
        return assertThat(found).singleElement().asString();
    }

    private static Map<ReadTable, List<String>> folded(History history) {
        return ReadModelsAreTheFold.expected(history);
    }

    private static Map<ReadTable, List<String>> spoilt(History history, ReadTable table, UnaryOperator<String> bug) {
        Map<ReadTable, List<String>> rows = new EnumMap<>(folded(history));
        List<String> spoilt = new ArrayList<>(rows.get(table));
        String changed = bug.apply(spoilt.removeFirst());
        if (changed != null) spoilt.add(changed);
        rows.put(table, spoilt);
        return rows;
    }
}
