package uk.vehicleregister.query.web;

import java.io.IOException;

/// A body of no declared length that went on beyond the limit.
final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1;

    BodyTooLargeException() {
        super("the body is too large");
    }
}
