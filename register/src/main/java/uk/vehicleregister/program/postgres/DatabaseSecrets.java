package uk.vehicleregister.program.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import uk.vehicleregister.program.SecretFile;

/// The passwords of the embedded database's logins: drawn once, kept in files only their owner can read. Those of
/// the eraser, the sealer and the discloser have files of their own, for they came later.
record DatabaseSecrets(
        String superuser, String owner, String command, String query, String eraser, String sealer, String discloser) {

    static DatabaseSecrets in(Path secrets) throws IOException {
        String text = SecretFile.readOrCreate(secrets.resolve("database.properties"), DatabaseSecrets::draw);
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        return new DatabaseSecrets(
                needed(properties, "superuser"),
                needed(properties, "owner"),
                needed(properties, "command"),
                needed(properties, "query"),
                SecretFile.readOrCreate(secrets.resolve("eraser.password"), DatabaseSecrets::password),
                SecretFile.readOrCreate(secrets.resolve("sealer.password"), DatabaseSecrets::password),
                SecretFile.readOrCreate(secrets.resolve("discloser.password"), DatabaseSecrets::password));
    }

    private static String draw() {
        return "superuser=" + password() + "\nowner=" + password() + "\ncommand=" + password() + "\nquery=" + password()
                + "\n";
    }

    private static String password() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String needed(Properties properties, String name) throws IOException {
        String value = properties.getProperty(name);
        if (value == null || value.isEmpty()) {
            throw new IOException("no password for " + name + " in database.properties");
        }
        return value;
    }

    @Override
    public String toString() {
        return "DatabaseSecrets[***]";
    }
}
