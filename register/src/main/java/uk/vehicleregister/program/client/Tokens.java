package uk.vehicleregister.program.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.program.Stopped;

/// Bearer tokens of one persona from the development issuer, kept until shortly before they expire.
public final class Tokens {

    /// The client secret of every persona of the development issuer: it guards made-up data on this machine only.
    public static final String SECRET = "demo";

    private static final Duration RENEW_BEFORE_END = Duration.ofMinutes(5);

    private final Http http;
    private final String issuer;
    private final Role persona;
    private @Nullable String token;
    private long freshUntil;

    public Tokens(Http http, String issuer, Role persona) {
        this.http = http;
        this.issuer = issuer;
        this.persona = persona;
    }

    /// A token that is good for some minutes more.
    public synchronized String current() throws IOException {
        String held = token;
        if (held != null && System.nanoTime() - freshUntil < 0) {
            return held;
        }
        Answer answer = http.send(request());
        if (answer.status() != 200 || answer.text("access_token").isEmpty()) {
            throw Stopped.unreachable("The issuer at " + issuer + " gives no token for " + persona.claim() + " ("
                    + answer.status() + " " + answer.text("error")
                    + "). Is it the development issuer of a running demo? Start it with: bin/register demo");
        }
        long seconds = Math.max(0, answer.body().path("expires_in").asLong(0) - RENEW_BEFORE_END.toSeconds());
        freshUntil = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        String fresh = answer.text("access_token");
        token = fresh;
        return fresh;
    }

    /// As [#current], for a command that cannot go on without one.
    public String demand() {
        try {
            return current();
        } catch (IOException unreachable) {
            throw Stopped.unreachable("Cannot reach the development issuer at " + issuer
                    + ". Is the demo running there? Start it with: bin/register demo (and give its --port here).");
        }
    }

    /// Forgets a token a service did not accept, as one of an issuer that has changed its key.
    public synchronized void forget() {
        token = null;
    }

    private Call request() {
        String credentials =
                Base64.getEncoder().encodeToString((persona.claim() + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        return Call.post(issuer + "/oauth2/token", "grant_type=client_credentials")
                .with("Content-Type", "application/x-www-form-urlencoded")
                .with("Authorization", "Basic " + credentials);
    }
}
