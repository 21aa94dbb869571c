package uk.vehicleregister.program.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.keeper.KeeperFields;
import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.DocumentReference;
import uk.vehicleregister.kernel.vehicle.Vin;
import uk.vehicleregister.program.ImportColumns;
import uk.vehicleregister.program.Stopped;

class FleetTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Path REAL_CARS = Path.of("../../shared/data/uk-used-cars.csv.gz");

    @TempDir
    Path directory;

    @Test
    void the_same_seed_gives_the_same_file_to_the_byte() throws IOException {
        Path first = directory.resolve("first.csv");
        Path second = directory.resolve("second.csv");
        Path other = directory.resolve("other.csv");
        FleetFile.write(Fleet.of(BuiltInModels.all(), 7, TODAY), 500, first);
        FleetFile.write(Fleet.of(BuiltInModels.all(), 7, TODAY), 500, second);
        FleetFile.write(Fleet.of(BuiltInModels.all(), 8, TODAY), 500, other);

        assertThat(second).hasSameBinaryContentAs(first);
        assertThat(Files.mismatch(first, other)).isNotNegative();
    }

    @Test
    void the_file_of_a_seed_does_not_change_with_the_day_it_is_written() throws IOException {
        Path today = directory.resolve("today.csv");
        Path nextYear = directory.resolve("next-year.csv");
        FleetFile.write(Fleet.of(BuiltInModels.all(), 7, TODAY), 500, today);
        FleetFile.write(Fleet.of(BuiltInModels.all(), 7, TODAY.plusYears(1)), 500, nextYear);

        assertThat(nextYear).hasSameBinaryContentAs(today);
    }

    @Test
    void every_field_of_every_vehicle_is_one_the_register_accepts() {
        rows(Fleet.of(BuiltInModels.all(), 1, TODAY), 2_000).forEach(FleetTest::isAcceptable);
    }

    @Test
    void a_vin_and_a_mark_come_once_in_a_fleet() {
        List<Row> rows = rows(Fleet.of(BuiltInModels.all(), 1, TODAY), 2_000);

        assertThat(rows.stream().map(row -> row.of(ImportColumns.VIN))).doesNotHaveDuplicates();
        assertThat(rows.stream().map(row -> row.of(ImportColumns.MARK))).doesNotHaveDuplicates();
    }

    @Test
    void no_mark_makes_its_vehicle_look_newer() {
        for (Row row : rows(Fleet.of(BuiltInModels.all(), 1, TODAY), 2_000)) {
            RegistrationMark mark =
                    RegistrationMark.parse(row.of(ImportColumns.MARK)).orElseThrow();
            assertThat(mark.wouldLookNewerThan(row.registered())).isFalse();
            assertThat(mark.obeysLetterRules()).isTrue();
        }
    }

    @Test
    void keepers_are_people_businesses_and_none_and_a_few_postcodes_are_partial_or_blank() {
        List<Row> rows = rows(Fleet.of(BuiltInModels.all(), 1, TODAY), 2_000);

        assertThat(rows.stream().filter(row -> row.of(ImportColumns.KEEPER_TYPE).equals("PERSON")))
                .hasSizeBetween(1_600, 1_800);
        assertThat(rows.stream().filter(row -> row.of(ImportColumns.KEEPER_TYPE).equals("BUSINESS")))
                .hasSizeBetween(180, 300);
        assertThat(rows.stream().filter(row -> row.of(ImportColumns.KEEPER_TYPE).equals("NONE")))
                .hasSizeBetween(30, 100);
        assertThat(rows.stream().filter(row -> row.of(ImportColumns.POSTCODE).endsWith("***")))
                .hasSizeBetween(5, 50);
        assertThat(rows.stream()
                        .filter(row -> row.of(ImportColumns.DOCUMENT_REFERENCE).isEmpty()))
                .hasSizeBetween(60, 150);
    }

    @Test
    void the_sample_of_the_demo_shares_no_mark_with_another_fleet() {
        Set<String> sample = marks(rows(Fleet.sample(TODAY), 1_000));
        Set<String> fleet = marks(rows(Fleet.of(BuiltInModels.all(), 2025, TODAY), 20_000));

        assertThat(sample).doesNotContainAnyElementsOf(fleet);
    }

    @Test
    void a_broken_row_of_the_models_file_stays_broken() {
        Fleet fleet = Fleet.of(
                List.of(
                        new Model("FORD", "FIESTA", "2060", "Petrol", "1.4"),
                        new Model("AUDI", "A3", "2017", "Petrol", "0"),
                        new Model("BMW", "I3", "2016", "Electric", "0"),
                        new Model("BMW", "I3", "about 2016", "Petrol", "big")),
                1,
                TODAY);
        List<Row> rows = rows(fleet, 4);

        assertThat(rows.get(0).of("yearOfManufacture")).isEqualTo("2060");
        assertThat(rows.get(0).of("dateOfFirstRegistration")).startsWith("2060-");
        assertThat(rows.get(1).of("engineCapacity")).isEqualTo("0");
        assertThat(rows.get(2).of("engineCapacity"))
                .as("no engine in an electric car")
                .isEmpty();
        assertThat(rows.get(3).of("yearOfManufacture")).isEqualTo("about 2016");
        assertThat(rows.get(3).of("engineCapacity")).isEqualTo("big");
    }

    @Test
    void the_real_cars_give_good_rows_but_for_the_impossible_ones() {
        assumeTrue(Files.exists(REAL_CARS), "the real cars are not at " + REAL_CARS.toAbsolutePath());
        List<Model> models = ModelsFile.read(REAL_CARS);
        List<Row> rows = rows(Fleet.of(models, 1, TODAY), models.size());

        List<Row> impossible = rows.stream()
                .filter(row -> row.of("yearOfManufacture").equals("2060")
                        || row.of("engineCapacity").equals("0"))
                .toList();
        assertThat(rows).hasSize(99_187);
        assertThat(impossible).hasSize(272);
        rows.stream().filter(row -> !impossible.contains(row)).limit(2_000).forEach(FleetTest::isAcceptable);
    }

    @Test
    void a_models_file_without_the_columns_is_wrong_use() throws IOException {
        Path file = Files.writeString(directory.resolve("models.csv"), "make,model\nFORD,FIESTA\n");

        assertThatThrownBy(() -> ModelsFile.read(file))
                .isInstanceOfSatisfying(
                        Stopped.class, stopped -> assertThat(stopped.exitCode()).isEqualTo(2))
                .hasMessageContaining("engineLitres");
    }

    private record Row(List<String> columns) {
        String of(String column) {
            return columns.get(ImportColumns.ALL.indexOf(column));
        }

        LocalDate registered() {
            return LocalDate.parse(of("dateOfFirstRegistration"));
        }
    }

    private static List<Row> rows(Fleet fleet, int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new Row(fleet.next()));
        }
        return rows;
    }

    private static Set<String> marks(List<Row> rows) {
        Set<String> marks = new HashSet<>();
        rows.forEach(row -> marks.add(row.of(ImportColumns.MARK)));
        return marks;
    }

    private static void isAcceptable(Row row) {
        valid(Vin.parse(row.of("vin"), row.registered()), row);
        valid(RegistrationMark.parse(row.of("registrationMark")), row);
        VehicleFieldChecks.ALL.forEach((column, parse) -> given(row, column, text -> valid(parse.apply(text), row)));
        given(row, "documentReference", text -> valid(DocumentReference.parse(text), row));
        assertThat(row.registered()).isBeforeOrEqualTo(TODAY);
        assertThat(Integer.parseInt(row.of("yearOfManufacture")))
                .isEqualTo(row.registered().getYear());
        assertThat(LocalDate.parse(row.of("keeperSince"))).isBetween(row.registered(), TODAY);
        switch (row.of("keeperType")) {
            case "PERSON" -> {
                valid(KeeperFields.title(row.of("title")), row);
                valid(KeeperFields.firstNames(row.of("firstNames"), row.of("title")), row);
                valid(KeeperFields.lastName(row.of("lastName")), row);
                livesSomewhere(row);
            }
            case "BUSINESS" -> {
                valid(KeeperFields.businessKeeperName(row.of("businessName")), row);
                livesSomewhere(row);
            }
            default -> assertThat(row.of("keeperType") + row.of("addressLine1")).isEqualTo("NONE");
        }
    }

    private static void livesSomewhere(Row row) {
        valid(KeeperFields.addressLine1(row.of("addressLine1")), row);
        given(row, "addressLine2", text -> valid(KeeperFields.addressLine(text), row));
        valid(KeeperFields.postTown(row.of("postTown")), row);
        valid(Postcode.parseRecorded(row.of("postcode")), row);
    }

    private static void given(Row row, String column, Consumer<String> check) {
        if (!row.of(column).isEmpty()) {
            check.accept(row.of(column));
        }
    }

    private static void valid(Parsed<?> parsed, Row row) {
        assertThat(parsed).as(row.toString()).isInstanceOf(Parsed.Valid.class);
    }
}
