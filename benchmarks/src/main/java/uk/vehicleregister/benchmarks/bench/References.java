package uk.vehicleregister.benchmarks.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import uk.vehicleregister.eventstore.vault.Opened;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.V5CIssued;

/// Plays the post: opens the V5C that each new keeper was sent.
final class References {

    private static final int AT_ONCE = 1_000;

    private final DataSource log;
    private final Vault vault;

    References(DataSource log, Vault vault) {
        this.log = log;
        this.vault = vault;
    }

    void deliver(List<Car> cars) throws SQLException {
        List<Car> sold = cars.stream().filter(Car::isSold).toList();
        for (int from = 0; from < sold.size(); from += AT_ONCE) {
            Map<String, Car> sealed = issued(sold.subList(from, Math.min(sold.size(), from + AT_ONCE)));
            vault.openAll(sealed.keySet()).forEach((text, opened) -> {
                Car car = sealed.get(text);
                if (car != null && opened instanceof Opened.Plain plain) car.received(plain.text());
            });
        }
    }

    private Map<String, Car> issued(List<Car> cars) throws SQLException {
        Map<Long, Car> byPosition = cars.stream().collect(Collectors.toMap(Car::soldAt, car -> car));
        Map<String, Car> sealed = new HashMap<>();
        try (Connection connection = log.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select position, payload from log.event where position = any (?) and type = 'V5CIssued'")) {
            select.setArray(
                    1, connection.createArrayOf("bigint", byPosition.keySet().toArray(Long[]::new)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    V5CIssued v5c = EventJson.read(row.getString(2), V5CIssued.class);
                    Car car = byPosition.get(row.getLong(1));
                    if (car != null) sealed.put(v5c.documentReference().sealed().text(), car);
                }
            }
        }
        return sealed;
    }
}
