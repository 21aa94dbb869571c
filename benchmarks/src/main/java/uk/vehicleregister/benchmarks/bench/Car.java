package uk.vehicleregister.benchmarks.bench;

/// A loaded vehicle with a keeper, and the reference of its latest V5C, which every sale ends.
final class Car {

    private static final long NOT_SOLD = -1;

    private final String mark;
    private volatile String reference;
    private volatile long soldAt = NOT_SOLD;

    Car(String mark, String reference) {
        this.mark = mark;
        this.reference = reference;
    }

    String mark() {
        return mark;
    }

    /// The new V5C is in the post: it is the last event of the sale.
    void soldAt(long position) {
        soldAt = position;
    }

    boolean isSold() {
        return soldAt != NOT_SOLD;
    }

    long soldAt() {
        return soldAt;
    }

    void received(String newReference) {
        reference = newReference;
        soldAt = NOT_SOLD;
    }

    /// A private sale of it, as a form sends it.
    String sale(String today) {
        return "{\"registrationMark\":\"" + mark + "\",\"documentReference\":\"" + reference
                + "\",\"newKeeper\":{\"type\":\"PERSON\",\"title\":\"Mr\",\"firstNames\":\"Owen\",\"lastName\":\"Rees\","
                + "\"address\":{\"lines\":[\"7 Castle Road\"],\"postTown\":\"Cardiff\",\"postcode\":\"CF10 3NP\"}},"
                + "\"dateOfSale\":\"" + today + "\",\"keeperConsent\":true,\"rightsToMarkConsent\":true}";
    }
}
