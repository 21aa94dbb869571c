package uk.vehicleregister.transparencylog;

/// What was handed in is not in the format it should be in: what is wrong, and where. Never repeats the input.
public final class MalformedException extends RuntimeException {

    private final String what;
    private final String where;

    public MalformedException(String what, String where) {
        this.what = what;
        this.where = where;
    }

    @Override
    public String getMessage() {
        return where + ": " + what;
    }

    public String what() {
        return what;
    }

    /// A line, a byte or a part by its name, such as `line 3`.
    public String where() {
        return where;
    }
}
