package uk.vehicleregister.query.web;

import java.util.List;

/// A body that is JSON but not in order; holds every fault at once.
public final class InvalidRequestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<FieldFault> faults;

    public InvalidRequestException(List<FieldFault> faults) {
        super("the request is not in order");
        this.faults = List.copyOf(faults);
    }

    public List<FieldFault> faults() {
        return faults;
    }
}
