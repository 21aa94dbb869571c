package uk.vehicleregister.program.invariants.order;

import java.util.List;
import java.util.function.Function;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.TaxRefundDue;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.paper.Credential;

/// What one command left in the log, with the numbers the post brings.
public record Recorded(List<Told> told, Function<Credential, String> numbers) {

    /// A fact with its place in the log.
    public record Told(long position, Fact fact) {}

    public <F extends Fact> F the(Class<F> kind) {
        return kind.cast(told(kind).fact());
    }

    long positionOf(Class<? extends Fact> kind) {
        return told(kind).position();
    }

    private Told told(Class<? extends Fact> kind) {
        return told.stream()
                .filter(one -> kind.isInstance(one.fact()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " among " + told));
    }

    boolean has(Class<? extends Fact> kind) {
        return told.stream().anyMatch(one -> kind.isInstance(one.fact()));
    }

    int monthsGivenBack() {
        return has(TaxRefundDue.class) ? the(TaxRefundDue.class).months() : 0;
    }

    String number(Credential credential) {
        return numbers.apply(credential);
    }

    /// Of several, the one that names this mark.
    Papers.V5C v5cOf(String mark) {
        return told.stream()
                .map(Told::fact)
                .filter(fact ->
                        fact instanceof V5CIssued issued && issued.mark().text().equals(mark))
                .map(fact -> new Papers.V5C(mark, number(((V5CIssued) fact).documentReference())))
                .findFirst()
                .orElseThrow();
    }

    Papers.V5C v5c() {
        V5CIssued issued = the(V5CIssued.class);
        return new Papers.V5C(issued.mark().text(), number(issued.documentReference()));
    }
}
