package uk.vehicleregister.query.web;

/// The OpenID issuer cannot be asked for its keys, so nobody can be told from anybody.
final class IssuerAwayException extends RuntimeException {

    private static final long serialVersionUID = 1;

    IssuerAwayException(Throwable cause) {
        super("the issuer cannot be reached", cause);
    }
}
