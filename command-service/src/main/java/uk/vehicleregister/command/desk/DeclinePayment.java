package uk.vehicleregister.command.desk;

/// The provider will not take the fee: what was asked for does not happen, and the log says why.
record DeclinePayment(String paymentId) {}
