package uk.vehicleregister.command.paper;

import java.time.LocalDate;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.kernel.mark.AgeAppropriateMarks;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// Finds marks that the register itself gives out: of the vehicle's age, and never issued before.
@Component
public final class MarkAllocation {

    /// Far more than a half-year's marks need, even when nine of ten are taken.
    private static final int DRAWS = 200;

    private final RandomGenerator random;

    MarkAllocation(RandomGenerator random) {
        this.random = random;
    }

    /// A mark without any history. Its empty stream is read, so that two who draw the same one cannot both have it.
    public RegistrationMark neverIssued(Journal journal, LocalDate firstRegistration) {
        for (int draw = 0; draw < DRAWS; draw++) {
            RegistrationMark mark = AgeAppropriateMarks.draw(firstRegistration, random);
            if (journal.mark(mark).isEmpty()) {
                return mark;
            }
        }
        throw new IllegalStateException("no free mark was found for a vehicle of " + firstRegistration.getYear());
    }
}
