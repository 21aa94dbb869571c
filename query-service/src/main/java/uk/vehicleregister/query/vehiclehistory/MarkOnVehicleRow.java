package uk.vehicleregister.query.vehiclehistory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.query.period.PeriodRow;
import uk.vehicleregister.query.projection.Copy;
import uk.vehicleregister.query.projection.Noted;

/// Which mark a vehicle carried in a period.
@Entity
@Table(name = "vehicle_mark")
@IdClass(MarkOnVehicleRow.Key.class)
class MarkOnVehicleRow extends PeriodRow<MarkOnVehicleRow> {

    static final Copy<MarkOnVehicleRow> TABLE = table("vehicle_mark", "vehicle_id, registration_mark", row ->
            new @Nullable Object[] {row.vehicleId, row.registrationMark});

    record Key(String vehicleId, long knownFrom, long position) {}

    @Id
    @Column(name = "vehicle_id")
    private String vehicleId;

    @Column(name = "registration_mark")
    private String registrationMark;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected MarkOnVehicleRow() {}

    MarkOnVehicleRow(String vehicleId, LocalDate from, Noted by, String registrationMark) {
        super(from, by);
        this.vehicleId = vehicleId;
        this.registrationMark = registrationMark;
    }

    private MarkOnVehicleRow(MarkOnVehicleRow cut, LocalDate to, Noted by) {
        super(cut, to, by);
        this.vehicleId = cut.vehicleId;
        this.registrationMark = cut.registrationMark;
    }

    @Override
    protected MarkOnVehicleRow until(LocalDate date, Noted by) {
        return new MarkOnVehicleRow(this, date, by);
    }

    String vehicleId() {
        return vehicleId;
    }

    String registrationMark() {
        return registrationMark;
    }
}
