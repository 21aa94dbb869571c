package uk.vehicleregister.query.customer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Knows customers by the hash of their key. A key taken away stops within ten seconds.
@Component
public class Customers {

    private static final int LONGEST_KEY = 200;

    private final JdbcClient database;
    private final Cache<String, Optional<Customer>> seen = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    Customers(JdbcClient database, @Value("${register.demo-api-keys:false}") boolean demo) {
        this.database = database;
        if (demo) {
            admit("demo-ves-key", "demo", 1000);
            admit("demo-ves-limited-key", "demo, limited", 2);
        }
    }

    public Optional<Customer> holding(String key) {
        if (key.isEmpty() || key.length() > LONGEST_KEY) return Optional.empty();
        return seen.get(hash(key), this::read);
    }

    /// Without asking the database: empty too where [#holding] has not been asked lately.
    public Optional<Customer> known(@Nullable String key) {
        if (key == null || key.isEmpty() || key.length() > LONGEST_KEY) return Optional.empty();
        Optional<Customer> customer = seen.getIfPresent(hash(key));
        return customer == null ? Optional.empty() : customer;
    }

    private Optional<Customer> read(String hash) {
        return database.sql("select key_hash, customer as name, per_second from api_key where key_hash = ?")
                .param(hash)
                .query(Customer.class)
                .optional();
    }

    private void admit(String key, String customer, int perSecond) {
        database.sql("""
                insert into api_key (key_hash, customer, per_second) values (?, ?, ?)
                on conflict (key_hash) do nothing""").params(hash(key), customer, perSecond).update();
    }

    /// Keys are long and random, so there is nothing to gain by guessing from the hash; no salt, as it is what we look
    /// for.
    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
