package uk.vehicleregister.program.invariants.order;

/// An application that waits for a registrar.
final class Waiting {

    final String caseId;
    final Order order;
    final Request request;
    boolean decided;
    boolean feeHasEnded;

    Waiting(String caseId, Order order, Request request) {
        this.caseId = caseId;
        this.order = order;
        this.request = request;
    }
}
