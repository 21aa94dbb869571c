package uk.vehicleregister.command;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.address;
import static uk.vehicleregister.command.Bodies.death;
import static uk.vehicleregister.command.Bodies.disposal;
import static uk.vehicleregister.command.Bodies.keeperChange;
import static uk.vehicleregister.command.Bodies.keeperDetails;
import static uk.vehicleregister.command.Bodies.map;
import static uk.vehicleregister.command.Bodies.nomination;
import static uk.vehicleregister.command.Bodies.nominee;
import static uk.vehicleregister.command.Bodies.purchase;
import static uk.vehicleregister.command.Bodies.retention;
import static uk.vehicleregister.command.Bodies.vehicle;
import static uk.vehicleregister.command.Bodies.with;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.Role;

/// Names, addresses, emails and the numbers of papers are nowhere in the database and nowhere in the log lines.
class SealedLogHttpTest {

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);

    @Test
    void no_person_and_no_number_of_a_paper_stands_in_clear_in_any_table_or_log_line() throws SQLException {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        Level level = root.getLevel();
        lines.start();
        root.addAppender(lines);
        root.setLevel(Level.DEBUG);
        List<String> secrets;
        try {
            secrets = live();
        } finally {
            root.setLevel(level);
            root.detachAppender(lines);
        }
        List<String> stored = everythingStored();
        assertThat(stored).hasSizeGreaterThan(20);
        assertThat(lines.list).isNotEmpty();
        List<String> logged =
                lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        for (String secret : secrets) {
            assertThat(stored).noneMatch(row -> contains(row, secret));
            assertThat(logged).noneMatch(line -> contains(line, secret));
        }
    }

    private List<String> live() {
        Map<String, Object> canary = map(
                "type",
                "PERSON",
                "title",
                "Dr",
                "firstNames",
                "Canarina",
                "lastName",
                "Yellowfeather",
                "dateOfBirth",
                "1971-02-03",
                "driverNumber",
                "YELLO702031C99AB",
                "email",
                "canarina@cage.example",
                "address",
                with(address(), "lines", List.of("77 Perchwood Lane")));
        Vehicle first = register.registered(with(vehicle(), "keeper", canary));
        Map<String, Object> sale =
                with(keeperChange(first.mark(), first.reference()), "sellerEmail", "seller@cage.example");
        assertThat(service.post("/v1/keeper-changes", Role.CITIZEN, with(sale, "newKeeper", canary))
                        .status())
                .isEqualTo(201);
        Vehicle second = register.byPost(first.id());
        Answer retained = service.post(
                "/v1/retentions", Role.CITIZEN, retention(second.mark(), second.reference(), "tok_authorised"));
        assertThat(retained.status()).as(retained.body().toString()).isEqualTo(201);
        Vehicle third = register.byPost(first.id());
        Map<String, Object> sold = with(
                disposal(third.mark(), third.reference()),
                "trader",
                map("name", "Birdseed Motors", "address", address()));
        assertThat(service.post("/v1/disposals", Role.CITIZEN, sold).status()).isEqualTo(201);
        Vehicle fourth = register.registered();
        Map<String, Object> executor = map(
                "name",
                "Kestrel & Daughters",
                "address",
                with(address(), "lines", List.of("5 Mousehole Row")),
                "email",
                "probate@kestrel.example");
        Map<String, Object> moved = with(
                keeperDetails(fourth.mark(), fourth.reference()),
                "keeper",
                with(canary, "address", with(address(), "lines", List.of("9 Birdbath Close"))));
        assertThat(service.post("/v1/keeper-details", Role.CITIZEN, moved).status())
                .isEqualTo(201);
        Vehicle fifth = register.byPost(fourth.id());
        Map<String, Object> died = with(death(fifth.mark(), fifth.reference()), "executor", executor);
        assertThat(service.post("/v1/keeper-deaths", Role.CITIZEN, died).status())
                .isEqualTo(201);
        service.post("/v1/keeper-changes", Role.CITIZEN, keeperChange(third.mark(), "00000000000"));
        String mark = Marks.neverIssued();
        String bought = service.post(
                        "/v1/entitlements",
                        Role.CITIZEN,
                        with(purchase(mark, "tok_authorised"), "purchaser", nominee("Phoebe Goldcrest")))
                .text("certificateNumber");
        String named = service.post(
                        "/v1/entitlement-nominations",
                        Role.CITIZEN,
                        nomination(mark, bought, with(nominee("Robin Nightjar"), "email", "robin@cage.example")))
                .text("certificateNumber");
        assertThat(named).isNotEmpty();
        return new ArrayList<>(List.of(
                "Canarina",
                "Yellowfeather",
                "1971-02-03",
                "YELLO702031C99AB",
                "cage.example",
                "Perchwood",
                "Birdseed",
                "Kestrel",
                "Mousehole",
                "Birdbath",
                fifth.reference(),
                register.byPost(fourth.id()).reference(),
                "Goldcrest",
                "Nightjar",
                bought,
                named,
                first.reference(),
                second.reference(),
                third.reference(),
                retained.text("certificateNumber")));
    }

    /// Every row of every table of the log's schema, as text.
    private List<String> everythingStored() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = service.database().owner().getConnection();
                var statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery("select tablename from pg_tables where schemaname = 'log'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            assertThat(tables).contains("event", "receipt", "data_key", "attempt");
            for (String table : tables) {
                try (ResultSet all = statement.executeQuery("select t::text from log." + table + " t")) {
                    while (all.next()) {
                        rows.add(all.getString(1));
                    }
                }
            }
        }
        return rows;
    }

    private static boolean contains(String text, String secret) {
        return text.toLowerCase(Locale.ROOT).contains(secret.toLowerCase(Locale.ROOT));
    }
}
