package uk.vehicleregister.query.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which part of a long answer is asked for: so many, after that one.
public record Page(long after, int limit) {

    public static final int MOST = 1_000;

    private static final int USUAL = 100;

    /// No list that is paged by an address is as long as this.
    private static final int FARTHEST = 1_000_000;

    /// Fields of a body: `after`, `limit`.
    public static Page of(Fields fields) {
        long after = fields.optionalWhole("after", 0, Long.MAX_VALUE).orElse(0L);
        long limit = fields.optionalWhole("limit", 1, MOST).orElse((long) USUAL);
        return new Page(after, (int) limit);
    }

    /// Parameters of an address, by the same names.
    public static Page of(HttpServletRequest request) {
        List<FieldFault> faults = new ArrayList<>();
        long after = number("after", request.getParameter("after"), 0, FARTHEST, 0, faults);
        long limit = number("limit", request.getParameter("limit"), 1, MOST, USUAL, faults);
        if (!faults.isEmpty()) throw new InvalidRequestException(faults);
        return new Page(after, (int) limit);
    }

    private static long number(
            String name, @Nullable String text, long least, long most, long usual, List<FieldFault> faults) {
        if (text == null) return usual;
        if (text.matches("[0-9]{1,10}")) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) return number;
        }
        faults.add(new FieldFault(name, "OUT_OF_RANGE", "must be a whole number between " + least + " and " + most));
        return usual;
    }
}
