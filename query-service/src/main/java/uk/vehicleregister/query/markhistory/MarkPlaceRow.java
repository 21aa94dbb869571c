package uk.vehicleregister.query.markhistory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.query.period.PeriodRow;
import uk.vehicleregister.query.projection.Copy;
import uk.vehicleregister.query.projection.Noted;

/// Where a mark was in a period: on a vehicle, or off it on a certificate, or off it and void.
@Entity
@Table(name = "mark_place")
@IdClass(MarkPlaceRow.Key.class)
class MarkPlaceRow extends PeriodRow<MarkPlaceRow> {

    static final Copy<MarkPlaceRow> TABLE =
            table("mark_place", "registration_mark, place, vehicle_id, expires_on", row ->
                    new @Nullable Object[] {row.registrationMark, row.place, row.vehicleId, row.expiresOn});

    enum Place {
        VEHICLE,
        CERTIFICATE,
        VOID
    }

    record Key(String registrationMark, long knownFrom, long position) {}

    @Id
    @Column(name = "registration_mark")
    private String registrationMark;

    @Enumerated(EnumType.STRING)
    private Place place;

    @Column(name = "vehicle_id")
    private @Nullable String vehicleId;

    @Column(name = "expires_on")
    private @Nullable LocalDate expiresOn;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected MarkPlaceRow() {}

    MarkPlaceRow(
            String mark,
            LocalDate from,
            Noted by,
            Place place,
            @Nullable String vehicleId,
            @Nullable LocalDate expiresOn) {
        super(from, by);
        this.registrationMark = mark;
        this.place = place;
        this.vehicleId = vehicleId;
        this.expiresOn = expiresOn;
    }

    private MarkPlaceRow(MarkPlaceRow cut, LocalDate to, Noted by) {
        super(cut, to, by);
        this.registrationMark = cut.registrationMark;
        this.place = cut.place;
        this.vehicleId = cut.vehicleId;
        this.expiresOn = cut.expiresOn;
    }

    @Override
    protected MarkPlaceRow until(LocalDate date, Noted by) {
        return new MarkPlaceRow(this, date, by);
    }

    String registrationMark() {
        return registrationMark;
    }

    Place place() {
        return place;
    }

    /// The vehicle it is on, or came off; null for a mark that was bought and has been on none.
    @Nullable
    String vehicleId() {
        return vehicleId;
    }

    @Nullable
    LocalDate expiresOn() {
        return expiresOn;
    }
}
