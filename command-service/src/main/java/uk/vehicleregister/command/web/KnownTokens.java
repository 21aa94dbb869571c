package uk.vehicleregister.command.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/// Remembers for a minute which tokens were verified: one client sends the same token with many requests, and to verify
/// its signature costs more than most decisions. A token that has expired, and one that was refused, is verified anew;
/// one whose key the issuer has withdrawn is taken for that minute longer. Kept by digest, so that no token can be read
/// out of the memory.
final class KnownTokens implements JwtDecoder {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final JwtDecoder verifying;
    private final InstantSource clock;
    private final Cache<ByteBuffer, Jwt> known;

    KnownTokens(JwtDecoder verifying) {
        this(verifying, InstantSource.system(), Ticker.systemTicker());
    }

    KnownTokens(JwtDecoder verifying, InstantSource clock, Ticker ticker) {
        this.verifying = verifying;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REMEMBERED)
                .ticker(ticker)
                .build();
    }

    @Override
    public Jwt decode(String token) {
        ByteBuffer digest = digest(token);
        Jwt verified = known.getIfPresent(digest);
        if (verified != null && isStillGood(verified)) {
            return verified;
        }
        Jwt fresh = verifying.decode(token);
        known.put(digest, fresh);
        return fresh;
    }

    private boolean isStillGood(Jwt token) {
        Instant end = token.getExpiresAt();
        return end != null && clock.instant().isBefore(end);
    }

    private static ByteBuffer digest(String token) {
        try {
            byte[] text = token.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is always there", e);
        }
    }
}
