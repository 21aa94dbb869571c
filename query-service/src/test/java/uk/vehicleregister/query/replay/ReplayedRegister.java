package uk.vehicleregister.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.CaseOpened;
import uk.vehicleregister.kernel.event.CaseRefused;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.TestVehicle;
import uk.vehicleregister.query.projection.Projections;
import uk.vehicleregister.query.rebuild.Rebuild;
import uk.vehicleregister.query.seal.SealedLog;

/// A running query service with a log that is sealed, and an auditor's login beside it.
final class ReplayedRegister implements AutoCloseable {

    final RunningService service;
    final ReadModelReplay replay;

    ReplayedRegister() {
        try {
            Path key = Files.createTempDirectory("sealing").resolve("log.key");
            service = RunningService.with(Map.of(
                    "register.seal.key", key.toString(),
                    "register.log.origin", "register.test/log",
                    "register.keys.create", "true"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        String database = service.database.name();
        run(service.database.owner(), """
                do $$ begin
                    create role auditor login password 'auditor';
                exception when duplicate_object then null;
                end $$""");
        run(service.database.owner(), "grant connect, create on database " + database + " to auditor");
        run(service.database.owner(), "grant usage on schema log to auditor");
        run(service.database.owner(), "grant select on log.event, log.tile, log.checkpoint to auditor");
        run(service.database.query(), "grant usage on schema read to auditor");
        run(service.database.query(), "grant select on all tables in schema read to auditor");
        run(service.database.query(), "alter default privileges grant select on tables to auditor");
        replay = ReadModelReplay.open(new Login(service.database.url(), "auditor", "auditor"));
    }

    /// Of so many vehicles, in every read model; answers the last position.
    long live(int vehicles) {
        for (int i = 0; i < vehicles; i++) lifeOf(i);
        return settled();
    }

    /// Once everybody is as far as the log, and the log is sealed.
    long settled() {
        long last = service.log.lastPosition();
        assertThat(service.get("/v1/log/position", "If-Position-At-Least", "" + last)
                        .status())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.bean(SealedLog.class)
                        .latest()
                        .filter(published -> published.size() == last + 1)
                        .isPresent());
        return last;
    }

    TestVehicle lifeOf(int i) {
        TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");
        service.log.append(
                vehicle.registered(TestVehicle.person(service.log)),
                vehicle.issued(),
                vehicle.v5c(service.log, "11111111111", "2010-03-01"));
        CaseOpened opened = vehicle.caseOpened(service.log);
        service.log.append(opened.transactionId(), opened);
        if (i % 2 == 0) service.log.append(new CaseRefused(opened.caseId(), "no papers", opened.openedOn()));
        service.log.append(vehicle.refused(RefusalCode.EXPORTED));
        service.log.append(vehicle.taxed("2013-06-01", "2014-05-31"), vehicle.failed("2013-06-01"));
        service.log.appendAs("dealer", "pseudonym-2", vehicle.disposed(service.log, "2015-05-05"));
        service.log.append(vehicle.acquired(service.log, TestVehicle.person(service.log), "2016-05-05"));
        service.log.append(vehicle.retained(service.log, TestVehicle.nextMark(), "1-11111-111111-X", "2020-01-01"));
        return vehicle;
    }

    Replayed live(String... projections) {
        return replay.run(Order.ofLive(Set.of(projections), 10), (_, _) -> {});
    }

    Replayed run(@Nullable Long toPosition, @Nullable Path others, @Nullable Path out) {
        return replay.run(
                new Order(Set.of(), toPosition, null, others == null, others, out, 10, List.of()), (_, _) -> {});
    }

    /// Behind the program's back.
    void tamper(String sql) {
        run(service.database.query(), sql);
    }

    void mend(String projection) {
        service.bean(Rebuild.class)
                .run(service.bean(Projections.class).named(projection).orElseThrow(), _ -> {});
    }

    String one(String sql) {
        return service.database.rows(sql).getFirst();
    }

    List<String> shadows() {
        return service.database.rows("select nspname from pg_namespace where nspname like 'replay%'");
    }

    static void run(DataSource login, String sql) {
        try (Connection connection = login.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        replay.close();
        service.close();
    }
}
