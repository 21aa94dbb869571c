package uk.vehicleregister.query.vehiclehistory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.query.projection.Copy;
import uk.vehicleregister.query.projection.Noted;

/// What a registrar said of the beginning of a keepership: whose it was and since when, or that it never was.
@Entity
@Table(name = "keepership_correction")
class KeepershipCorrectionRow {

    static final Copy<KeepershipCorrectionRow> TABLE = new Copy<>(
            "keepership_correction",
            "position, vehicle_id, corrects, effective_from, keeper_type, key_id",
            row -> new @Nullable Object[] {
                row.position, row.vehicleId, row.corrects, row.effectiveFrom, row.keeperType, row.keyId
            });

    @Id
    private long position;

    @Column(name = "vehicle_id")
    private String vehicleId;

    private long corrects;

    @Column(name = "effective_from")
    private @Nullable LocalDate effectiveFrom;

    @Enumerated(EnumType.STRING)
    @Column(name = "keeper_type")
    private KeepershipRow.@Nullable Type keeperType;

    @Column(name = "key_id")
    private @Nullable UUID keyId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected KeepershipCorrectionRow() {}

    private KeepershipCorrectionRow(Noted by, String vehicleId, long corrects, @Nullable LocalDate from) {
        this.position = by.position();
        this.vehicleId = vehicleId;
        this.corrects = corrects;
        this.effectiveFrom = from;
    }

    static KeepershipCorrectionRow of(KeeperCorrected fact, Noted by) {
        KeepershipCorrectionRow row =
                new KeepershipCorrectionRow(by, fact.vehicleId().text(), fact.corrects(), fact.correctedDate());
        SealedKeeper keeper = fact.correctedKeeper();
        if (keeper != null) {
            row.keeperType = KeepershipRow.Type.of(keeper.type());
            row.keyId = keeper.details().keyId();
        }
        return row;
    }

    static KeepershipCorrectionRow of(KeeperChangeReversed fact, Noted by) {
        return new KeepershipCorrectionRow(by, fact.vehicleId().text(), fact.corrects(), null);
    }

    /// The beginning as it should have been told; null when it never was.
    @Nullable
    KeepershipRow over(KeepershipRow told, Noted by) {
        if (effectiveFrom == null) return null;
        return keeperType == null
                ? told.retold(effectiveFrom, told.keeperType(), told.keyId(), by)
                : told.retold(effectiveFrom, keeperType, keyId, by);
    }

    String vehicleId() {
        return vehicleId;
    }

    long corrects() {
        return corrects;
    }
}
