package uk.vehicleregister.command.web;

import java.util.List;

/// The request cannot be read as the form it should be: 400 `INVALID_REQUEST`. Thrown at the edge only, before anything
/// is looked up or counted.
final class InvalidRequest extends RuntimeException {

    private final transient List<FieldFault> faults;

    InvalidRequest(List<FieldFault> faults) {
        super("the request is malformed", null, false, false);
        this.faults = List.copyOf(faults);
    }

    InvalidRequest(String field, String code, String message) {
        this(List.of(new FieldFault(field, code, message)));
    }

    List<FieldFault> faults() {
        return faults;
    }
}
