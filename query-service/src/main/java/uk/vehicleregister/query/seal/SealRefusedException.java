package uk.vehicleregister.query.seal;

/// What is there does not go on from what was signed before: nothing more is signed until a person has looked.
final class SealRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SealRefusedException(String why) {
        super(why);
    }

    /// Holds no data of anybody: sizes, names of tiles and reasons only.
    String why() {
        return String.valueOf(getMessage());
    }
}
