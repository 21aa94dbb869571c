package uk.vehicleregister.program;

/// A command ends here, with one line that says what is wrong and what to do next, and an exit code of the contract
/// (1 refused or found wrong, 2 wrong use, 3 cannot reach or start something).
public final class Stopped extends RuntimeException {

    private final int exitCode;

    private Stopped(int exitCode, String words) {
        super(words, null, false, false);
        this.exitCode = exitCode;
    }

    /// The register said no, or something was found wrong.
    public static Stopped refused(String words) {
        return new Stopped(1, words);
    }

    /// The command was given something it cannot use.
    public static Stopped wrongUse(String words) {
        return new Stopped(2, words);
    }

    /// Something cannot be reached or started.
    public static Stopped unreachable(String words) {
        return new Stopped(3, words);
    }

    public int exitCode() {
        return exitCode;
    }

    /// What to show a person: never empty.
    public String words() {
        String message = getMessage();
        return message == null ? "The command could not be completed." : message;
    }
}
