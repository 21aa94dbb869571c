package uk.vehicleregister.program.fleet;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.program.ImportColumns;

/// Makes up vehicles in the import form, the same for the same seed. A row of an impossible model (a year to come, no
/// engine size) is written as impossible as it is, for the import to refuse.
public final class Fleet {

    private static final List<String> COLOURS =
            List.of("BLACK", "BLUE", "GREEN", "GREY", "ORANGE", "RED", "SILVER", "WHITE", "YELLOW", "BEIGE");
    private static final int WITHOUT_REFERENCE_IN_100 = 5;
    // Fixed, so that the file of a seed does not change from one day to the next.
    private static final LocalDate LAST_KEEPER_CHANGE = LocalDate.of(2025, 6, 30);
    private static final LocalDate FIRST_KEEPER_ON_FILE = LocalDate.of(1983, 1, 1);

    private final List<Model> models;
    private final FleetMarks marks;
    private final FleetVins vins = new FleetVins();
    private final RandomGenerator random;
    private final LocalDate today;
    private int made;

    private Fleet(List<Model> models, boolean sample, long seed, LocalDate today) {
        this.models = models;
        this.marks = new FleetMarks(sample);
        this.random = new SplittableRandom(seed);
        this.today = today;
    }

    static Fleet of(List<Model> models, long seed, LocalDate today) {
        return new Fleet(models, false, seed, today);
    }

    /// Of the built-in models.
    public static Fleet of(long seed, LocalDate today) {
        return of(BuiltInModels.all(), seed, today);
    }

    /// The demo's sample vehicles: built-in models, and marks no other fleet draws.
    public static Fleet sample(LocalDate today) {
        return new Fleet(BuiltInModels.all(), true, 2025, today);
    }

    /// The next vehicle, as the columns of [ImportColumns#ALL]. The models are taken in order, again and again.
    public List<String> next() {
        Model model = models.get(made++ % models.size());
        LocalDate registered = firstRegistration(model);
        int year = yearOrElse(model.year(), registered.getYear());
        Engine engine = Engine.of(model, year, random);
        MadeUpKeeper keeper = MadeUpKeeper.draw(random);
        List<String> row = List.of(
                vins.draw(model.make(), random),
                marks.draw(registered.isAfter(today) ? today : registered, random)
                        .text(),
                model.make(),
                model.model(),
                COLOURS.get(random.nextInt(COLOURS.size())),
                engine.fuelType(),
                engine.capacity(),
                engine.co2Emissions(),
                model.year(),
                registered.toString(),
                "M1",
                "2 AXLE RIGID BODY",
                engine.euroStatus(),
                keeper.type(),
                keeper.title(),
                keeper.firstNames(),
                keeper.lastName(),
                keeper.businessName(),
                keeper.home().line1(),
                keeper.home().line2(),
                "",
                keeper.home().postTown(),
                keeper.home().postcode(),
                keeperSince(registered).toString(),
                documentReference());
        if (row.size() != ImportColumns.ALL.size()) {
            throw new IllegalStateException("a fleet row has " + row.size() + " columns");
        }
        return row;
    }

    /// A day of the model year, and not one to come, unless the year itself is.
    private LocalDate firstRegistration(Model model) {
        int year = yearOrElse(model.year(), today.getYear());
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = year == today.getYear() ? today : LocalDate.of(year, 12, 31);
        return first.plusDays(random.nextLong(ChronoUnit.DAYS.between(first, last) + 1));
    }

    private LocalDate keeperSince(LocalDate registered) {
        LocalDate last = today.isBefore(LAST_KEEPER_CHANGE) ? today : LAST_KEEPER_CHANGE;
        LocalDate first = registered.isBefore(FIRST_KEEPER_ON_FILE) ? FIRST_KEEPER_ON_FILE : registered;
        boolean stillFirstKeeper = random.nextInt(3) == 0;
        long days = first.isBefore(last) ? random.nextLong(ChronoUnit.DAYS.between(first, last) + 1) : 0;
        return stillFirstKeeper ? registered : first.plusDays(days);
    }

    /// Eleven digits, for most: a few are left to the register to issue.
    private String documentReference() {
        boolean none = random.nextInt(100) < WITHOUT_REFERENCE_IN_100;
        String digits = Long.toString(10_000_000_000L + random.nextLong(90_000_000_000L));
        return none ? "" : digits;
    }

    private static int yearOrElse(@Nullable String text, int otherwise) {
        if (text == null || !text.matches("[0-9]{4}") || text.equals("0000")) {
            return otherwise;
        }
        return Integer.parseInt(text);
    }
}
