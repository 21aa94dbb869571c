package uk.vehicleregister.program.invariants.order;

import org.jspecify.annotations.Nullable;

/// An application that waits for a registrar.
final class Waiting {

    final String caseId;
    final Order order;
    final Request request;
    boolean decided;

    @Nullable
    Expected feeEndedAs;

    Waiting(String caseId, Order order, Request request) {
        this.caseId = caseId;
        this.order = order;
        this.request = request;
    }
}
