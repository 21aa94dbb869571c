package uk.vehicleregister.benchmarks.bench;

import static uk.vehicleregister.benchmarks.bench.Goal.Better.LESS;
import static uk.vehicleregister.benchmarks.bench.Goal.Better.MORE;

import org.jspecify.annotations.Nullable;

/// What must be reached (base) and what is aimed at (moonshot, where anything is): T by log, commands and
/// enquiries, A by what auditors use. A goal is judged by one number: a ratio where its unit is `x`, an absolute
/// figure elsewhere.
enum Goal {
    T1("keeper changes in process, hot, 64 clients, to floor A", "x", MORE, 1.0, 1.8),
    T2("keeper changes in process, cold, 64 clients, to floor B", "x", MORE, 1.0, 2.0),
    T3("keeper changes over HTTP, 64 clients, to floor A", "x", MORE, 0.4, 1.0),
    T4("p99 over HTTP at 64 clients", "ms", LESS, 50, 10),
    T4_ONE("T4", "keeper changes over HTTP, 1 client, to floor A at 1", "x", MORE, 0.25, 0.5),
    T5("replay: read and decode", "events/s", MORE, 150_000, 300_000),
    T6("rebuild of the enquiry read model", "events/s", MORE, 50_000, 120_000),
    T7("enquiry over HTTP, to the same server's hello", "x", MORE, 0.3, 0.85),
    T8("p99 from append to visible in the enquiry, across processes", "ms", LESS, 50, 20),
    T9("bulk load of 1,000,000 vehicles, log and read models", "s", LESS, 60, 10),
    T10("T10", "growth: keeper changes at 10M events, times slower than at 100k", "x", LESS, 1.25, 1.1),
    T10_READ("T10", "growth: enquiries at 10M events, times slower than at 100k", "x", LESS, 1.25, 1.1),
    T11("start of the built demo to its first answer", "s", LESS, 15, 4),
    T12("keeper changes in process, to the stock Axon JPA engine", "x", MORE, 4, 10),
    T13("log bytes an event, with indexes", "bytes", LESS, 700, 400),
    A1("verify: a million events of an archive", "s", LESS, 30),
    A2("export of the log", "events/s", MORE, 100_000),
    A3("replay of the enquiry read model, compared with the live rows", "events/s", MORE, 100_000),
    A4("p99 from append to a signed checkpoint, at 1,000 events a second", "s", LESS, 5),
    A6("keeper changes in process while the log is sealed, to those while it is not", "x", MORE, 0.95);

    enum Better {
        MORE,
        LESS
    }

    enum Verdict {
        MISSED,
        BASE,
        MOONSHOT
    }

    private final @Nullable String number;
    private final String what;
    private final String unit;
    private final Better better;
    private final double base;
    private final double moonshot;

    Goal(String what, String unit, Better better, double base) {
        this(null, what, unit, better, base, Double.NaN);
    }

    Goal(String what, String unit, Better better, double base, double moonshot) {
        this(null, what, unit, better, base, moonshot);
    }

    Goal(@Nullable String number, String what, String unit, Better better, double base, double moonshot) {
        this.number = number;
        this.what = what;
        this.unit = unit;
        this.better = better;
        this.base = base;
        this.moonshot = moonshot;
    }

    /// As on the command line: `T4` stands for both of its goals.
    String number() {
        return number == null ? name() : number;
    }

    boolean isForAuditors() {
        return number().startsWith("A");
    }

    String what() {
        return what;
    }

    String unit() {
        return unit;
    }

    double base() {
        return base;
    }

    double moonshot() {
        return moonshot;
    }

    Verdict verdict(double value) {
        if (reaches(value, moonshot)) return Verdict.MOONSHOT;
        return reaches(value, base) ? Verdict.BASE : Verdict.MISSED;
    }

    private boolean reaches(double value, double aim) {
        return better == Better.MORE ? value >= aim : value <= aim;
    }
}
