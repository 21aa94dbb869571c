package uk.vehicleregister.command.process;

import java.util.Set;
import uk.vehicleregister.kernel.event.Fact;

/// Something the register does by itself, named `When...Then...`: it learns from facts what there is to do, and
/// does it when it is due. A bean of this type is followed from the first fact on at every start, so it keeps
/// nothing but what it can learn again.
///
/// The two methods run in threads of their own, at the same time. Several instances of the service do the same side
/// by side: what is done must bear being done twice, and the expected versions of its appends decide.
public interface Process {

    Set<Class<? extends Fact>> facts();

    /// One of these facts, in the order of the log. It is quick, does no IO, and may be told the same facts again
    /// after a fault.
    void on(RecordedFact fact);

    /// What is due now; called again and again, for the first time when the whole log has been told. A fault ends
    /// this call, not the process.
    void work();
}
