package uk.vehicleregister.benchmarks.campaign.kill;

/// What can be killed.
enum Victim {
    COMMAND_SERVICE,
    QUERY_SERVICE,
    /// PostgreSQL's first process; all its others go with it
    POSTMASTER,
    /// one connection's process; PostgreSQL then ends all of them and recovers by itself
    BACKEND
}
