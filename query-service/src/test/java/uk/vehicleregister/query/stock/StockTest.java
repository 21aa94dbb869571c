package uk.vehicleregister.query.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.KeeperDied;
import uk.vehicleregister.kernel.event.VehicleExported;
import uk.vehicleregister.kernel.event.VehicleScrapped;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.RunningService.Answer;
import uk.vehicleregister.query.TestVehicle;

class StockTest {

    private static final LocalDate TODAY = LocalDate.of(2020, 6, 1);

    private final RunningService service = RunningService.shared();
    private final String dealer = "dealer-" + UUID.randomUUID();
    private final TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");

    @Test
    void a_vehicle_is_in_the_stock_of_the_dealer_who_told_of_the_disposal_since_its_date() {
        register(vehicle);
        long position = asDealer(vehicle.disposed(service.log, "2020-05-01"));

        assertThat(stock(position)).isEqualTo(RunningService.JSON.readTree("""
                [{"vehicleId":"%s","registrationMark":"%s","make":"VOLKSWAGEN","model":"GOLF","since":"2020-05-01"}]""".formatted(
                        vehicle.id().text(), vehicle.mark().text())));
    }

    @Test
    void another_dealer_does_not_see_it() {
        register(vehicle);
        long position = asDealer(vehicle.disposed(service.log, "2020-05-01"));
        assertThat(search("another-" + dealer, position, "{}").json().get("vehicles"))
                .isEmpty();
    }

    @Test
    void what_a_citizen_told_or_older_records_hold_is_in_nobodys_stock() {
        register(vehicle);
        service.log.appendAs("citizen", service.pseudonymOf(dealer), vehicle.disposed(service.log, "2020-05-01"));
        long position =
                service.log.append(TestVehicle.registeredOn("2011-03-01").registered(null));
        assertThat(stock(position)).isEmpty();
    }

    @Test
    void an_acquisition_a_death_a_scrapping_and_an_export_end_it() {
        List<Function<TestVehicle, Fact>> ends = List.of(
                sold -> sold.acquired(service.log, TestVehicle.person(service.log), "2020-06-01"),
                kept -> new KeeperDied(kept.id(), TestVehicle.person(service.log), TODAY),
                scrapped -> new VehicleScrapped(scrapped.id(), scrapped.mark(), TODAY),
                exported -> new VehicleExported(exported.id(), exported.mark(), "FR", TODAY));
        for (Function<TestVehicle, Fact> end : ends) {
            TestVehicle one = TestVehicle.registeredOn("2010-03-01");
            register(one);
            assertThat(stock(asDealer(one.disposed(service.log, "2020-05-01")))).hasSize(1);
            assertThat(stock(service.log.append(end.apply(one)))).isEmpty();
        }
    }

    @Test
    void a_marker_that_is_lifted_brings_it_back() {
        register(vehicle);
        asDealer(vehicle.disposed(service.log, "2020-05-01"));
        assertThat(stock(service.log.append(vehicle.marked(Marker.STOLEN, "2020-06-01"))))
                .hasSize(1);
        assertThat(stock(service.log.append(vehicle.marked(Marker.EXPORTED, "2020-06-01"))))
                .isEmpty();
        assertThat(stock(service.log.append(vehicle.unmarked(Marker.EXPORTED, "2020-06-02"))))
                .hasSize(1);
    }

    @Test
    void an_acquisition_that_is_taken_back_leaves_it_where_it_was() {
        register(vehicle);
        asDealer(vehicle.disposed(service.log, "2020-05-01"));
        long acquired =
                service.log.append(vehicle.acquired(service.log, TestVehicle.person(service.log), "2020-05-03"));
        assertThat(stock(acquired)).isEmpty();
        long reversed = service.log.append(
                new KeeperChangeReversed(vehicle.id(), acquired, "case 17", TODAY, null, null, TODAY, TODAY));
        assertThat(stock(reversed)).hasSize(1);
    }

    @Test
    void a_disposal_that_is_taken_back_never_was() {
        register(vehicle);
        long disposed = asDealer(vehicle.disposed(service.log, "2020-05-01"));
        service.log.append(new KeeperChangeReversed(
                vehicle.id(), disposed, "case 17", TODAY, TestVehicle.person(service.log), null, null, TODAY));
        long later = service.log.append(
                new KeeperCorrected(vehicle.id(), 0, "case 18", null, TODAY, null, null, TODAY, TODAY));
        assertThat(stock(later)).isEmpty();
    }

    @Test
    void a_corrected_date_is_shown() {
        register(vehicle);
        long disposed = asDealer(vehicle.disposed(service.log, "2020-05-01"));
        long corrected = service.log.append(new KeeperCorrected(
                vehicle.id(),
                disposed,
                "case 17",
                null,
                LocalDate.of(2020, 4, 2),
                null,
                null,
                LocalDate.of(2020, 4, 2),
                TODAY));
        assertThat(stock(corrected).get(0).get("since").asString()).isEqualTo("2020-04-02");
    }

    @Test
    void the_mark_is_the_one_it_carries_now() {
        register(vehicle);
        asDealer(vehicle.disposed(service.log, "2020-05-01"));
        RegistrationMark replacement = TestVehicle.nextMark();
        long position =
                service.log.append(vehicle.retained(service.log, replacement, "1-14316-054027-X", "2020-06-01"));
        assertThat(stock(position).get(0).get("registrationMark").asString()).isEqualTo(replacement.text());
    }

    @Test
    void a_large_stock_is_told_page_by_page_in_the_order_of_disposal() {
        List<TestVehicle> vehicles =
                List.of(vehicle, TestVehicle.registeredOn("2011-03-01"), TestVehicle.registeredOn("2012-03-01"));
        long position = 0;
        for (TestVehicle one : vehicles) {
            register(one);
            position = asDealer(one.disposed(service.log, "2020-05-01"));
        }
        JsonNode first = search(dealer, position, "{\"limit\":2}").json();
        assertThat(ids(first))
                .isEqualTo(
                        vehicles.subList(0, 2).stream().map(v -> v.id().text()).toList());
        JsonNode last = search(dealer, position, "{\"limit\":2,\"after\":" + first.get("next") + "}")
                .json();
        assertThat(ids(last)).containsExactly(vehicles.get(2).id().text());
        assertThat(last.has("next")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "{",
                "{\"limit\":0}",
                "{\"limit\":1001}",
                "{\"limit\":\"2\"}",
                "{\"limit\":1.5}",
                "{\"limit\":99999999999999999999}",
                "{\"after\":-1}",
                "{\"after\":true}",
                "{\"dealer\":\"another\"}"
            })
    void what_is_no_question_is_400(String body) {
        assertThat(search(dealer, 0, body).status()).isEqualTo(400);
    }

    private static List<String> ids(JsonNode answer) {
        return answer.get("vehicles")
                .valueStream()
                .map(vehicle -> vehicle.get("vehicleId").asString())
                .toList();
    }

    private void register(TestVehicle one) {
        service.log.append(one.registered(TestVehicle.person(service.log)), one.issued());
    }

    private long asDealer(Fact... facts) {
        return service.log.appendAs("dealer", service.pseudonymOf(dealer), facts);
    }

    private JsonNode stock(long position) {
        Answer answer = search(dealer, position, "{}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("vehicles");
    }

    private Answer search(String subject, long position, String body) {
        return service.post(
                "/v1/stock/search",
                body,
                "Authorization",
                "Bearer " + service.tokenOf(subject, "dealer"),
                "If-Position-At-Least",
                "" + position);
    }
}
