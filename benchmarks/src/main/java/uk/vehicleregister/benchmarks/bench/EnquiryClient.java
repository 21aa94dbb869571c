package uk.vehicleregister.benchmarks.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import uk.vehicleregister.benchmarks.wire.Reply;
import uk.vehicleregister.benchmarks.wire.Wire;

/// A customer with a key that knows no rate: the demo's own may ask a thousand times a second.
final class EnquiryClient {

    private static final String KEY = "bench-key-of-no-rate";
    private static final int PER_SECOND = 1_000_000;

    /// The read model's schema must be there: a query service has been started.
    EnquiryClient(Stage stage) throws SQLException {
        try (Connection connection = stage.superuser("register").getConnection();
                PreparedStatement admit = connection.prepareStatement(
                        "insert into read.api_key values (?, 'bench', " + PER_SECOND + ") on conflict do nothing")) {
            admit.setString(1, hash());
            admit.executeUpdate();
        }
    }

    private static String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /// The body of the answer.
    String ask(String mark, Wire wire) throws IOException {
        Reply answer = wire.send(Wire.post(
                "/vehicle-enquiry/v1/vehicles",
                "x-api-key: " + KEY + "\r\n",
                "{\"registrationNumber\":\"" + mark + "\"}"));
        if (answer.status() != 200) throw new IllegalStateException("an enquiry was answered " + answer.status());
        return answer.body();
    }
}
