package uk.vehicleregister.query.replay;

/// Where the database is, and as whom to connect: a login that may read the log and the read models and make schemas
/// of its own, and needs no other right (docs/operations.md).
public record Login(String url, String user, String password) {

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
