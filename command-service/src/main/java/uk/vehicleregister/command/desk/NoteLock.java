package uk.vehicleregister.command.desk;

/// A look-up was turned away because of too many wrong tries before it; an auditor can see that.
record NoteLock(String counter) {

    /// A counter is named after a mark.
    @Override
    public String toString() {
        return "NoteLock[***]";
    }
}
