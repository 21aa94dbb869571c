package uk.vehicleregister.program.invariants;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/// How long to look: `-Dinvariants.tries=1000` for more runs than the gate has time for, and then others than the
/// gate's too, of a seed that the report names; `-Dinvariants.seed=...` for the runs of one that failed.
public final class Effort implements AroundPropertyHook {

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        Integer tries = Integer.getInteger("invariants.tries");
        if (tries != null) {
            context.attributes().setTries(tries);
            context.attributes().setSeed(Long.toString(System.nanoTime()));
        }
        String seed = System.getProperty("invariants.seed");
        if (seed != null) context.attributes().setSeed(seed);
        return property.execute();
    }
}
