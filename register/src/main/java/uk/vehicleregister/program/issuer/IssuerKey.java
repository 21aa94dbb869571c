package uk.vehicleregister.program.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import uk.vehicleregister.program.SecretFile;

/// The key the development issuer signs with: kept beside the data, so that a token outlives a restart.
final class IssuerKey {

    private static final int BITS = 2048;

    private IssuerKey() {}

    static JWKSet in(Path secrets) throws IOException {
        String text = SecretFile.readOrCreate(secrets.resolve("issuer-key.json"), IssuerKey::draw);
        try {
            return new JWKSet(RSAKey.parse(text));
        } catch (ParseException spoiled) {
            throw new IOException("issuer-key.json holds no key", spoiled);
        }
    }

    private static String draw() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
