package uk.vehicleregister.command.web;

/// One fault of a request, as RFC 9457 problem answers list them: `newKeeper.address.postcode`, a code, a sentence.
public record FieldFault(String field, String code, String message) {}
