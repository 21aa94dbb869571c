package uk.vehicleregister.program.invariants.order;

/// The document reference an applicant shows.
enum Shown {
    LATEST,
    DEAD,
    WRONG;

    static final String NOBODYS = "00000000000";

    Papers.V5C of(Papers papers, int vehicle) {
        return switch (this) {
            case LATEST -> papers.latest(vehicle);
            case DEAD -> papers.dead(vehicle);
            case WRONG -> new Papers.V5C(papers.latest(vehicle).mark(), NOBODYS);
        };
    }
}
