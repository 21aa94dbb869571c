package uk.vehicleregister.eventstore.log;

/// Which of the log's functions an append goes through: what a login may append depends on it.
public enum Door {
    /// For the command side: anything.
    COMMANDS("log.append"),
    /// For a login in `register_discloser`: who looked, and wrong tries.
    DISCLOSURES("log.append_disclosures");

    private final String function;

    Door(String function) {
        this.function = function;
    }

    String call() {
        return "select * from " + function + "(" + "?,".repeat(27) + "?)";
    }
}
