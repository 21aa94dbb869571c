package uk.vehicleregister.query.stock;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.query.projection.Copy;

/// The last disposal of a vehicle to a dealer. It is in stock while it is in the trade and has not left the road.
@Entity
@Table(name = "stock")
class StockRow {

    static final Copy<StockRow> TABLE = new Copy<>(
            "stock",
            "vehicle_id, dealer, since, disposed_at, in_trade, scrapped, exported",
            row -> new @Nullable Object[] {
                row.vehicleId, row.dealer, row.since, row.disposedAt, row.inTrade, row.scrapped, row.exported
            });

    @Id
    String vehicleId;

    String dealer;
    LocalDate since;
    long disposedAt;
    boolean inTrade;
    boolean scrapped;
    boolean exported;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected StockRow() {}

    StockRow(String vehicleId, String dealer, LocalDate since, long disposedAt) {
        this.vehicleId = vehicleId;
        this.dealer = dealer;
        this.since = since;
        this.disposedAt = disposedAt;
        this.inTrade = true;
    }

    void mark(Marker marker, boolean stands) {
        if (marker == Marker.SCRAPPED) scrapped = stands;
        if (marker == Marker.EXPORTED) exported = stands;
    }
}
