package uk.vehicleregister.kernel.field;

import java.util.function.Function;

/// What became of a text from outside: a value, or a fault with a code and a sentence for the person who typed it.
/// Neither the sentence nor `toString()` ever repeats the text, which may be personal.
public sealed interface Parsed<T> {

    /// The text was accepted and means this value.
    record Valid<T>(T value) implements Parsed<T> {
        @Override
        public String toString() {
            return "Valid[***]";
        }
    }

    /// The text was not accepted. Codes: `MALFORMED`, `TOO_SHORT`, `TOO_LONG`, `NOT_A_DATE`, `IN_FUTURE`,
    /// `OUT_OF_RANGE`.
    record Faulty<T>(String code, String message) implements Parsed<T> {}

    static <T> Parsed<T> valid(T value) {
        return new Valid<>(value);
    }

    static <T> Parsed<T> malformed(String message) {
        return new Faulty<>("MALFORMED", message);
    }

    static <T> Parsed<T> tooShort(int least) {
        return new Faulty<>("TOO_SHORT", "must have at least " + least + (least == 1 ? " character" : " characters"));
    }

    static <T> Parsed<T> tooLong(int most) {
        return new Faulty<>("TOO_LONG", "must have at most " + most + " characters");
    }

    static <T> Parsed<T> outOfRange(String message) {
        return new Faulty<>("OUT_OF_RANGE", message);
    }

    static <T> Parsed<T> notADate() {
        return new Faulty<>("NOT_A_DATE", "must be a date that exists, written YYYY-MM-DD");
    }

    static <T> Parsed<T> inFuture() {
        return new Faulty<>("IN_FUTURE", "must not be in the future");
    }

    default <U> Parsed<U> map(Function<? super T, ? extends U> change) {
        return switch (this) {
            case Valid<T> valid -> valid(change.apply(valid.value()));
            case Faulty<T> faulty -> new Faulty<>(faulty.code(), faulty.message());
        };
    }

    /// The next check, asked only of a value that passed this one.
    default <U> Parsed<U> flatMap(Function<? super T, Parsed<U>> next) {
        return switch (this) {
            case Valid<T> valid -> next.apply(valid.value());
            case Faulty<T> faulty -> new Faulty<>(faulty.code(), faulty.message());
        };
    }

    /// For tests and generators only: there a fault is a mistake in the program.
    default T orElseThrow() {
        return switch (this) {
            case Valid<T> valid -> valid.value();
            case Faulty<T> faulty -> throw new IllegalArgumentException(faulty.code() + ": " + faulty.message());
        };
    }
}
