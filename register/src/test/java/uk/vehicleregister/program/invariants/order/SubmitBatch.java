package uk.vehicleregister.program.invariants.order;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.BatchSubmitted;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// A dealer hands in sales into and out of the trade, all at once. It is always taken; what matters is what becomes of
/// each row, in the order of the rows of one mark. Some rows cannot be read.
public record SubmitBatch(List<Row> rows) implements Order {

    record Row(Order sale, boolean readable) {}

    static Arbitrary<SubmitBatch> any() {
        Arbitrary<Order> sales = Arbitraries.oneOf(DisposeToTrade.any(), AcquireFromTrade.any());
        return Combinators.combine(sales, SaleTerms.mostly(true))
                .as(Row::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(SubmitBatch::new);
    }

    @Override
    public Request request(Papers papers) {
        return Request.of("batches", Role.DEALER, BatchSubmitted.class)
                .with("items", rows.stream().map(row -> item(row, papers)).toList());
    }

    private static Map<String, Object> item(Row row, Papers papers) {
        Request sale = Objects.requireNonNull(row.sale.request(papers));
        Request sent = row.readable ? sale : sale.with("dateOfSale", "yesterday");
        return Made.map("command", sent.command(), "body", sent.body());
    }

    /// A row as if it had been sent alone.
    public Request row(Request batch, int number) {
        Map<?, ?> item = (Map<?, ?>) ((List<?>) batch.body().get("items")).get(number);
        boolean isDisposal = item.get("command").equals("disposals");
        return Request.of(
                        String.valueOf(item.get("command")),
                        Role.DEALER,
                        isDisposal ? DisposedToTrade.class : AcquiredFromTrade.class)
                .with((Map<?, ?>) item.get("body"));
    }

    public Expected expected(Model model, Request row, int number) {
        return rows.get(number).readable
                ? rows.get(number).sale.expected(model, row, false)
                : Expected.refused(RefusalCode.INVALID_REQUEST);
    }

    public void done(Model model, Request row, int number, Recorded recorded) {
        rows.get(number).sale.done(model, row, recorded);
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        return Expected.ACCEPTED;
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        // its rows are learnt of one by one
    }
}
