package uk.vehicleregister.query.vehiclehistory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.keeper.KeeperType;
import uk.vehicleregister.query.period.PeriodRow;
import uk.vehicleregister.query.projection.Copy;
import uk.vehicleregister.query.projection.Noted;

/// Who kept a vehicle in a period, by the key their details are sealed under; or that it was in the trade.
@Entity
@Table(name = "keepership")
@IdClass(KeepershipRow.Key.class)
class KeepershipRow extends PeriodRow<KeepershipRow> {

    static final Copy<KeepershipRow> TABLE = table("keepership", "vehicle_id, keeper_type, key_id", row ->
            new @Nullable Object[] {row.vehicleId, row.keeperType, row.keyId});

    enum Type {
        PERSON,
        BUSINESS,
        ESTATE,
        TRADE;

        static Type of(KeeperType keeper) {
            return switch (keeper) {
                case PERSON -> PERSON;
                case BUSINESS -> BUSINESS;
                case ESTATE -> ESTATE;
            };
        }
    }

    record Key(String vehicleId, long knownFrom, long position) {}

    @Id
    @Column(name = "vehicle_id")
    private String vehicleId;

    @Enumerated(EnumType.STRING)
    @Column(name = "keeper_type")
    private Type keeperType;

    @Column(name = "key_id")
    private @Nullable UUID keyId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected KeepershipRow() {}

    KeepershipRow(String vehicleId, LocalDate from, Noted by, Type type, @Nullable UUID keyId) {
        super(from, by);
        this.vehicleId = vehicleId;
        this.keeperType = type;
        this.keyId = keyId;
    }

    /// The keepership that event began, as a correction tells it anew.
    private KeepershipRow(String vehicleId, LocalDate from, long position, Noted by, Type type, @Nullable UUID keyId) {
        super(from, position, by);
        this.vehicleId = vehicleId;
        this.keeperType = type;
        this.keyId = keyId;
    }

    private KeepershipRow(KeepershipRow cut, LocalDate to, Noted by) {
        super(cut, to, by);
        this.vehicleId = cut.vehicleId;
        this.keeperType = cut.keeperType;
        this.keyId = cut.keyId;
    }

    @Override
    protected KeepershipRow until(LocalDate date, Noted by) {
        return new KeepershipRow(this, date, by);
    }

    /// As told first.
    KeepershipRow retold(Noted by) {
        return new KeepershipRow(vehicleId, effectiveFrom(), position(), by, keeperType, keyId);
    }

    KeepershipRow retold(LocalDate from, Type type, @Nullable UUID key, Noted by) {
        return new KeepershipRow(vehicleId, from, position(), by, type, key);
    }

    boolean isOfTheSameKeeper(KeepershipRow other) {
        return keeperType == other.keeperType && Objects.equals(keyId, other.keyId);
    }

    String vehicleId() {
        return vehicleId;
    }

    Type keeperType() {
        return keeperType;
    }

    @Nullable
    UUID keyId() {
        return keyId;
    }
}
