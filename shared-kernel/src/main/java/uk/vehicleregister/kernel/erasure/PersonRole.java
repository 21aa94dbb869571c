package uk.vehicleregister.kernel.erasure;

/// As what somebody stands in an event. One person in two roles is forgotten in each apart.
public enum PersonRole {
    KEEPER,
    SELLER,
    TRADER,
    ACTING_BUSINESS,
    GRANTEE,
    PURCHASER,
    NOMINEE;

    /// Whether the events of a mark tell of such people; else those of a vehicle do.
    public boolean holdsRights() {
        return switch (this) {
            case GRANTEE, PURCHASER, NOMINEE -> true;
            case KEEPER, SELLER, TRADER, ACTING_BUSINESS -> false;
        };
    }
}
