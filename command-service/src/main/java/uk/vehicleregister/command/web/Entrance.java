package uk.vehicleregister.command.web;

import java.util.Map;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.RecordedTransaction;

/// The way in of one command: the same for a request by itself, for a row of a batch, and for an application that a
/// registrar has accepted.
public interface Entrance {

    /// The command's name, as in its path: `disposals`.
    String name();

    /// Reads the request and sees it through. A malformed one throws, before anything is looked up.
    Outcome submit(CommandRequest request);

    /// What the answer to a recorded transaction says beside its id and position.
    Map<String, ?> answer(RecordedTransaction transaction);
}
