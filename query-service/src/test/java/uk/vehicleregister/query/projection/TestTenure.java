package uk.vehicleregister.query.projection;

/// Tenure without a processor, for tests of those who rely on it.
public final class TestTenure {

    private TestTenure() {}

    public static Tenure held() {
        Tenure tenure = new Tenure();
        hold(tenure);
        return tenure;
    }

    /// As if its claim had just been seen to hold.
    public static void hold(Tenure tenure) {
        while (tenure.term() == Tenure.NONE) tenure.holds(System.nanoTime());
    }
}
