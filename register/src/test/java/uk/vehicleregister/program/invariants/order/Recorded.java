package uk.vehicleregister.program.invariants.order;

import java.util.List;
import java.util.function.Function;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.paper.Credential;

/// What one command left in the log, with the numbers the post brings.
public record Recorded(List<Fact> facts, Function<Credential, String> numbers) {

    public <F extends Fact> F the(Class<F> kind) {
        return facts.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " among " + facts));
    }

    String number(Credential credential) {
        return numbers.apply(credential);
    }

    /// Of several, the one that names this mark.
    Papers.V5C v5cOf(String mark) {
        return facts.stream()
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
