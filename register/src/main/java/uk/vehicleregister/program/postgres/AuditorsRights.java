package uk.vehicleregister.program.postgres;

import java.util.ArrayList;
import java.util.List;

/// What an auditor's login may do: read events, tiles, checkpoints and read models, and make schemas of its own for
/// what it replays. It may not change a row of anybody's, nor read a key.
final class AuditorsRights {

    /// Of the query service, and no read models: granted with all its tables, and taken back.
    static final List<String> NOT_READ_MODELS = List.of("api_key", "mail_outbox", "mail_start");

    private AuditorsRights() {}

    /// To be granted as a superuser. The query service makes its tables later, and anew with each rebuild.
    ///
    /// @param served whether the query service has made its schema already
    static List<String> on(String database, String query, String auditor, boolean served) {
        List<String> rights = new ArrayList<>(List.of(
                "GRANT CONNECT, CREATE ON DATABASE " + database + " TO " + auditor,
                "GRANT USAGE ON SCHEMA log TO " + auditor,
                "GRANT SELECT ON log.event, log.tile, log.checkpoint TO " + auditor,
                "ALTER DEFAULT PRIVILEGES FOR ROLE " + query + " GRANT USAGE ON SCHEMAS TO " + auditor,
                "ALTER DEFAULT PRIVILEGES FOR ROLE " + query + " GRANT SELECT ON TABLES TO " + auditor));
        if (served) {
            rights.add("GRANT USAGE ON SCHEMA read TO " + auditor);
            rights.add("GRANT SELECT ON ALL TABLES IN SCHEMA read TO " + auditor);
        }
        return rights;
    }

    static String notOn(String table, String auditor) {
        return "REVOKE ALL ON read." + table + " FROM " + auditor;
    }
}
