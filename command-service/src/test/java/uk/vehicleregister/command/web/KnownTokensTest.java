package uk.vehicleregister.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

/// Which tokens are verified, and how often.
class KnownTokensTest {

    private static final Instant START = Instant.parse("2026-07-01T12:00:00Z");

    private final List<String> verified = new ArrayList<>();
    private Instant now = START;
    private Duration lives = Duration.ofHours(1);
    private final KnownTokens tokens = new KnownTokens(
            this::verify, () -> now, () -> Duration.between(START, now).toNanos());

    @Test
    void a_token_is_verified_once_a_minute() {
        Jwt first = tokens.decode("one");
        now = START.plusSeconds(59);
        assertThat(tokens.decode("one")).isSameAs(first);
        assertThat(verified).containsExactly("one");
        now = START.plusSeconds(60);
        tokens.decode("one");
        assertThat(verified).containsExactly("one", "one");
    }

    @Test
    void each_token_is_verified_by_itself() {
        assertThat(tokens.decode("one").getTokenValue()).isEqualTo("one");
        assertThat(tokens.decode("two").getTokenValue()).isEqualTo("two");
        assertThat(verified).containsExactly("one", "two");
    }

    @Test
    void a_token_that_expires_meanwhile_is_verified_anew_from_that_instant_on() {
        lives = Duration.ofSeconds(30);
        tokens.decode("one");
        now = START.plusSeconds(30).minusNanos(1);
        tokens.decode("one");
        assertThat(verified).hasSize(1);
        now = START.plusSeconds(30);
        tokens.decode("one");
        assertThat(verified).hasSize(2);
    }

    @Test
    void a_token_that_is_refused_is_refused_again() {
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThat(verified).containsExactly("forged", "forged");
    }

    private Jwt verify(String token) {
        verified.add(token);
        if (token.equals("forged")) throw new BadJwtException("forged");
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("somebody")
                .issuedAt(START.minusSeconds(1))
                .expiresAt(now.plus(lives))
                .build();
    }
}
