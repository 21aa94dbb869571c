package uk.vehicleregister.program.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import uk.vehicleregister.program.invariants.ModelRun.Again;
import uk.vehicleregister.program.invariants.ModelRun.Step;
import uk.vehicleregister.program.invariants.order.Orders;

class ModelTest {

    @AddLifecycleHook(Effort.class)
    @Property(tries = 40, seed = "20260701", edgeCases = EdgeCasesMode.NONE)
    void every_answer_to_a_lone_client_is_the_models(@ForAll("steps") List<Step> steps) {
        ModelRun run = new ModelRun();
        Orders.FIRST.forEach(order -> run.take(new Step(order, Again.ONCE)));
        steps.forEach(run::take);

        assertThat(run.violations()).isEmpty();
        Tally.demandThatEachCommandWasDone();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Again> again = Arbitraries.frequency(
                Tuple.of(8, Again.ONCE), Tuple.of(1, Again.TWICE), Tuple.of(1, Again.THEN_ANOTHER_UNDER_THE_SAME_KEY));
        return Combinators.combine(Orders.any(), again)
                .as(Step::new)
                .list()
                .ofMaxSize(60)
                .withSizeDistribution(RandomDistribution.uniform());
    }
}
