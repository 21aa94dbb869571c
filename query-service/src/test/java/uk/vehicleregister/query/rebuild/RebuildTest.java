package uk.vehicleregister.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.vehicleregister.kernel.event.BatchEnded;
import uk.vehicleregister.kernel.event.BatchRowsReceived;
import uk.vehicleregister.kernel.event.BatchRowsWorked;
import uk.vehicleregister.kernel.event.BatchSubmitted;
import uk.vehicleregister.kernel.event.CaseOpened;
import uk.vehicleregister.kernel.event.CaseRefused;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.WorkedRow;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.RunningService.Answer;
import uk.vehicleregister.query.TestVehicle;
import uk.vehicleregister.query.projection.Projection;
import uk.vehicleregister.query.projection.Projections;

class RebuildTest {

    @Test
    void rebuilt_rows_are_the_rows_that_were_there_and_answers_never_stop() throws Exception {
        try (RunningService service = RunningService.fresh()) {
            List<TestVehicle> vehicles = java.util.stream.IntStream.range(0, 60)
                    .mapToObj(i -> lifeOf(service, i))
                    .toList();
            long position = service.log.lastPosition();
            assertThat(service.get("/v1/log/position", "If-Position-At-Least", "" + position)
                            .status())
                    .isEqualTo(200);
            JdbcTemplate database = new JdbcTemplate(service.database.query());

            AtomicBoolean done = new AtomicBoolean();
            Thread asking = Thread.ofPlatform().start(() -> {
                while (!done.get())
                    for (TestVehicle vehicle : vehicles.subList(0, 5))
                        if (history(service, vehicle).status() != 200) return;
                done.set(false);
            });
            Thread writing = Thread.ofPlatform().start(() -> {
                for (int i = 100; i < 130; i++) lifeOf(service, i);
            });
            for (Projection projection : disposable(service)) {
                Map<String, String> constraints = constraints(database, projection);
                service.bean(Rebuild.class).run(projection, _ -> {});
                assertThat(constraints(database, projection)).isEqualTo(constraints);
            }
            writing.join();
            done.set(true);
            asking.join();
            assertThat(done)
                    .as("every question during the rebuilds was answered")
                    .isFalse();

            long last = service.log.lastPosition();
            assertThat(service.get("/v1/log/position", "If-Position-At-Least", "" + last)
                            .status())
                    .isEqualTo(200);
            for (Projection projection : disposable(service)) {
                List<List<Map<String, Object>>> live = rows(database, projection);
                service.bean(Rebuild.class).run(projection, _ -> {});
                assertThat(rows(database, projection)).isEqualTo(live);
                assertThat(live.getFirst()).hasSizeGreaterThan(60);
            }
            // and the processors go on from there
            lifeOf(service, 200);
            assertThat(service.get("/v1/log/position", "If-Position-At-Least", "" + service.log.lastPosition())
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void an_operator_starts_a_rebuild_and_sees_its_end_and_spoilt_rows_are_mended() {
        try (RunningService service = RunningService.fresh()) {
            TestVehicle vehicle = lifeOf(service, 1);
            long position = service.log.lastPosition();
            assertThat(history(service, vehicle, position).status()).isEqualTo(200);
            new JdbcTemplate(service.database.query()).update("delete from read.vehicle_mark");
            assertThat(history(service, vehicle, position).status()).isEqualTo(404);

            Answer started =
                    service.postAs("operator", position, "/v1/projection-rebuilds", "{\"name\":\"vehicle-history\"}");
            assertThat(started.status()).isEqualTo(202);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> service.get(
                                    "/v1/projection-rebuilds", "Authorization", "Bearer " + service.token("operator"))
                            .text()
                            .contains("\"state\":\"DONE\""));
            assertThat(history(service, vehicle, position).status()).isEqualTo(200);

            assertThat(service.postAs("operator", position, "/v1/projection-rebuilds", "{\"name\":\"gossip\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(service.postAs("operator", position, "/v1/projection-rebuilds", "{\"name\":7}")
                            .status())
                    .isEqualTo(400);
        }
    }

    /// The second transaction is as long as a page, so it is not in the vehicle's.
    @Test
    void a_row_that_changes_on_a_later_page_is_rebuilt_as_it_was() {
        try (RunningService service = RunningService.fresh()) {
            TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");
            service.log.append(vehicle.registered(null), vehicle.issued());
            Fact v5c = vehicle.v5c(service.log, "11111111111", "2012-03-01");
            long last =
                    service.log.append(java.util.Collections.nCopies(5000, v5c).toArray(Fact[]::new));
            assertThat(service.get("/v1/log/position", "If-Position-At-Least", "" + last)
                            .status())
                    .isEqualTo(200);
            JdbcTemplate database = new JdbcTemplate(service.database.query());
            Projection enquiry =
                    service.bean(Projections.class).named("vehicle-enquiry").orElseThrow();
            List<List<Map<String, Object>>> live = rows(database, enquiry);
            service.bean(Rebuild.class).run(enquiry, _ -> {});
            assertThat(rows(database, enquiry)).isEqualTo(live);
            assertThat(live.getFirst()).hasSize(1);
        }
    }

    @Test
    void what_is_not_disposable_is_never_rebuilt() {
        try (RunningService service = RunningService.fresh()) {
            lifeOf(service, 4);
            Answer refused = service.postAs(
                    "operator", service.log.lastPosition(), "/v1/projection-rebuilds", "{\"name\":\"mail\"}");
            assertThat(refused.status()).isEqualTo(409);

            Projection mail = service.bean(Projections.class).named("mail").orElseThrow();
            assertThatThrownBy(() -> service.bean(Rebuild.class).run(mail, _ -> {}))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<Projection> disposable(RunningService service) {
        return service.bean(Projections.class).all().stream()
                .filter(Projection::isDisposable)
                .toList();
    }

    private static TestVehicle lifeOf(RunningService service, int i) {
        TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");
        service.log.append(
                vehicle.registered(TestVehicle.person(service.log)),
                vehicle.issued(),
                vehicle.v5c(service.log, "11111111111", "2010-03-01"));
        CaseOpened opened = vehicle.caseOpened(service.log);
        service.log.append(opened.transactionId(), opened);
        if (i % 2 == 0) service.log.append(new CaseRefused(opened.caseId(), "no papers", opened.openedOn()));
        service.log.append(vehicle.refused(RefusalCode.EXPORTED));
        service.log.append(vehicle.looked(null));
        if (i % 5 == 0) service.log.append(vehicle.taxed("2013-06-01", "2014-05-31"), vehicle.failed("2013-06-01"));
        service.log.appendAs("dealer", "pseudonym-2", vehicle.disposed(service.log, "2015-05-05"));
        if (i % 2 == 1)
            service.log.append(vehicle.acquired(service.log, TestVehicle.person(service.log), "2016-05-05"));
        UUID batch = UUID.randomUUID();
        service.log.append(
                new BatchSubmitted(batch, 1, "pseudonym-2", LocalDate.of(2015, 5, 5)),
                new BatchRowsReceived(batch, 1, 1, service.log.seal("[]"), LocalDate.of(2015, 5, 5)));
        WorkedRow done = new WorkedRow(
                1, "disposals", vehicle.mark(), WorkedRow.State.DONE, null, List.of(), List.of(), batch, 7L);
        service.log.append(
                new BatchRowsWorked(batch, List.of(done), LocalDate.of(2015, 5, 5)),
                new BatchEnded(batch, 1, 0, LocalDate.of(2015, 5, 5)));
        if (i % 3 == 0) {
            long sale = service.log.append(vehicle.sold(TestVehicle.person(service.log), "2014-01-01"));
            service.log.append(vehicle.corrected(sale, TestVehicle.person(service.log), "2014-02-01"));
            if (i % 2 == 0) service.log.append(vehicle.reversed(sale, "2014-02-01"));
        }
        if (i % 4 == 0)
            service.log.append(vehicle.retained(service.log, TestVehicle.nextMark(), "1-11111-111111-X", "2020-01-01"));
        return vehicle;
    }

    private static Answer history(RunningService service, TestVehicle vehicle) {
        return history(service, vehicle, 0);
    }

    private static Answer history(RunningService service, TestVehicle vehicle, long position) {
        return service.postAs(
                "auditor",
                position,
                "/v1/vehicle-history",
                "{\"registrationMark\":\"%s\",\"effectiveAt\":\"2019-01-01\"}"
                        .formatted(vehicle.mark().text()));
    }

    private static List<List<Map<String, Object>>> rows(JdbcTemplate database, Projection projection) {
        return projection.tables().stream()
                .map(table -> database.queryForList("select * from read." + table + " t order by t::text"))
                .toList();
    }

    private static Map<String, String> constraints(JdbcTemplate database, Projection projection) {
        Map<String, String> found = new java.util.TreeMap<>();
        for (String table : projection.tables()) {
            database.query(
                    "select conname, pg_get_constraintdef(oid) from pg_constraint where contype <> 'n' and conrelid = 'read."
                            + table + "'::regclass",
                    row -> {
                        found.put(table + " " + row.getString(1), row.getString(2));
                    });
            database.query(
                    "select indexname, indexdef from pg_indexes where schemaname = 'read' and tablename = '" + table
                            + "'",
                    row -> {
                        found.put(table + " " + row.getString(1), row.getString(2));
                    });
        }
        return found;
    }
}
