package uk.vehicleregister.query.print;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A heading in both languages and what stands beside it.
record Row(Bilingual heading, String value) {

    static Row row(Bilingual heading, String value) {
        return new Row(heading, value);
    }

    static Row row(Bilingual heading, LocalDate date) {
        return new Row(heading, PaperDates.digits(date));
    }

    static Row row(Bilingual heading, @Nullable Addressee addressee) {
        if (addressee == null) return new Row(heading, Bilingual.IN_THE_TRADE.joined());
        return new Row(heading, addressee.name() + "\n" + String.join("\n", addressee.lines()));
    }

    /// @param unit what stands behind a value that is there
    static Row optional(Bilingual heading, @Nullable Object value, String unit) {
        return new Row(heading, value == null ? Bilingual.NOT_RECORDED.joined() : value + unit);
    }

    @Override
    public String toString() {
        return "Row[" + heading.english() + "]";
    }
}
