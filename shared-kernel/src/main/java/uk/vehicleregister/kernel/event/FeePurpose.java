package uk.vehicleregister.kernel.event;

/// What a fee is paid for (domain.md 2.5).
public enum FeePurpose {
    RETENTION("retentions"),
    LATE_ASSIGNMENT("assignments");

    private final String command;

    FeePurpose(String command) {
        this.command = command;
    }

    /// The contract's name of the command that asks for it.
    public String command() {
        return command;
    }
}
