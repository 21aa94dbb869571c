package uk.vehicleregister.query.web;

/// What is wrong with one field of a request; never repeats what was sent.
public record FieldFault(String field, String code, String message) {}
