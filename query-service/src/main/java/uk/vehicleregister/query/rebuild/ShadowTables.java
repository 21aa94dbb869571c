package uk.vehicleregister.query.rebuild;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.vehicleregister.query.projection.Projection;

/// A schema beside `read` with empty copies of a projection's tables: same columns, constraints and index names.
public final class ShadowTables {

    private final JdbcClient database;

    public ShadowTables(JdbcClient database) {
        this.database = database;
    }

    /// To take the place of the tables in the end.
    Shadow of(Projection projection) {
        return new Shadow("rebuild_", projection, "table");
    }

    /// To be read and dropped: after a crash of the server they are empty.
    ///
    /// @param prefix of the schema's name
    public Shadow passing(String prefix, Projection projection) {
        return new Shadow(prefix, projection, "unlogged table");
    }

    /// The copies for one projection.
    public final class Shadow {

        private final String schema;
        private final List<String> tables;
        private final String kind;

        private Shadow(String prefix, Projection projection, String kind) {
            this.schema = prefix + projection.name().replace('-', '_');
            this.tables = projection.tables();
            this.kind = kind;
        }

        public String schema() {
            return schema;
        }

        /// Throws away what an interrupted rebuild left.
        public void create() {
            drop();
            run("create schema " + schema);
            for (String table : tables) {
                run("create " + kind + " " + schema + "." + table + " (like read." + table + " including all)");
                List<String> copies = indexes(schema, table);
                List<String> originals = indexes("read", table);
                for (int i = 0; i < copies.size(); i++)
                    if (!copies.get(i).equals(originals.get(i)))
                        run("alter index " + schema + "." + copies.get(i) + " rename to " + originals.get(i));
            }
        }

        /// From here to the end of the transaction unqualified names mean the shadow.
        public void writeThere() {
            run("set local search_path to " + schema + ", public");
        }

        public void drop() {
            run("drop schema if exists " + schema + " cascade");
        }

        void takeOver() {
            run("set constraints all immediate");
            for (String table : tables) {
                run("drop table read." + table);
                run("alter table " + schema + "." + table + " set schema read");
            }
            run("drop schema " + schema);
        }
    }

    /// In the order they were made, which is the order they are copied in.
    private List<String> indexes(String schema, String table) {
        return database.sql("""
                select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid
                where x.indrelid = (? || '.' || ?)::regclass order by i.oid""").params(schema, table).query(String.class).list();
    }

    private void run(String statement) {
        database.sql(statement).update();
    }
}
