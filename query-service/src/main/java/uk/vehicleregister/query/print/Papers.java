package uk.vehicleregister.query.print;

import java.util.Collection;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.MarkAssigned;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.query.projection.Noted;

/// Prints papers from the log, for whoever shows or sends them. The same event gives the same bytes, today and in ten
/// years, until somebody it is about is erased.
public interface Papers {

    /// The paper of the event at that position.
    Printing at(long position);

    /// The V948 of a transaction, which goes with the email after a retention or an assignment.
    ///
    /// @param transaction its events
    default Printing v948(Collection<Noted> transaction) {
        return transaction.stream()
                .filter(noted -> bringsAV948(noted.fact()))
                .findFirst()
                .map(noted -> at(noted.position()))
                .orElseGet(Printing.NothingToPrint::new);
    }

    private static boolean bringsAV948(Fact fact) {
        return fact instanceof MarkRetained || fact instanceof MarkAssigned;
    }
}
