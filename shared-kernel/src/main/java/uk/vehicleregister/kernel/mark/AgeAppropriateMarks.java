package uk.vehicleregister.kernel.mark;

import java.time.LocalDate;
import java.util.random.RandomGenerator;

/// Marks such as a vehicle of a given age could have been issued at its first registration (domain.md 2.1, 2.2).
/// Every draw obeys the letter rules, never looks newer than the vehicle and carries the age identifier of that time.
/// There are six million marks or more to draw from for each age identifier; whether one was issued before is for the
/// caller to find out.
public final class AgeAppropriateMarks {

    /// The memory tags of domain.md 2.2 but X, which is for personal export.
    private static final String MEMORY_TAGS = "ABCDEFGHKLMNOPRSVWY";

    private static final String NO_I_Q = "ABCDEFGHJKLMNOPRSTUVWXYZ";
    private static final String NO_I_Q_Z = "ABCDEFGHJKLMNOPRSTUVWXY";

    private AgeAppropriateMarks() {}

    /// Current style from 1 September 2001 (after February 2051, where the scheme ends, its last age identifier), else
    /// prefix, suffix, or before 1 February 1963 three letters and a number.
    public static RegistrationMark draw(LocalDate firstRegistration, RandomGenerator random) {
        return new RegistrationMark(text(firstRegistration, random));
    }

    private static String text(LocalDate day, RandomGenerator random) {
        if (!day.isBefore(IssueDates.FIRST_CURRENT)) {
            int age = IssueDates.ageIdentifierOn(day);
            String tag = letters(1, MEMORY_TAGS, random) + letters(1, NO_I_Q_Z, random);
            return tag + (age / 10) + (age % 10) + letters(3, NO_I_Q, random);
        }
        if (!day.isBefore(IssueDates.FIRST_PREFIX)) {
            return IssueDates.prefixOn(day) + number(random) + letters(3, NO_I_Q_Z, random);
        }
        String dateless = letters(3, NO_I_Q_Z, random) + number(random);
        return day.isBefore(IssueDates.FIRST_SUFFIX) ? dateless : dateless + IssueDates.suffixOn(day);
    }

    private static String number(RandomGenerator random) {
        return Integer.toString(random.nextInt(1, 1000));
    }

    private static String letters(int count, String alphabet, RandomGenerator random) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
        return letters.toString();
    }
}
