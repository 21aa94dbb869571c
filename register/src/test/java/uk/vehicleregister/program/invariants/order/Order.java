package uk.vehicleregister.program.invariants.order;

import org.jspecify.annotations.Nullable;

/// One command somebody wants to send. To add a command, write one of these and name it in [Orders].
public interface Order {

    /// What is sent, with the papers at hand; null where there is nothing at hand to send it with.
    @Nullable
    Request request(Papers papers);

    /// What the register must answer. The model counts wrong tries here, and learns nothing else.
    ///
    /// @param reviewed whether a registrar has accepted the application
    Expected expected(Model model, Request request, boolean reviewed);

    /// It has been recorded: the model follows.
    void done(Model model, Request request, Recorded recorded);
}
