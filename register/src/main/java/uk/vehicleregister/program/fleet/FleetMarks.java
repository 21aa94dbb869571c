package uk.vehicleregister.program.fleet;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import uk.vehicleregister.kernel.mark.AgeAppropriateMarks;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// Marks that suit the day of first registration, each once in a fleet.
///
/// The demo's sample and every other fleet draw from two separate sets of marks, so that a made-up fleet can be
/// imported into a demo without a mark of it being taken already.
final class FleetMarks {

    private static final int SAMPLE_SHARE = 16;

    private final boolean forSample;
    private final Set<RegistrationMark> drawn = new HashSet<>();

    FleetMarks(boolean forSample) {
        this.forSample = forSample;
    }

    RegistrationMark draw(LocalDate firstRegistration, RandomGenerator random) {
        while (true) {
            RegistrationMark mark = AgeAppropriateMarks.draw(firstRegistration, random);
            if (belongsToSample(mark) == forSample && drawn.add(mark)) {
                return mark;
            }
        }
    }

    /// The hash of a text is laid down by the Java language, so the split is the same everywhere and always.
    private static boolean belongsToSample(RegistrationMark mark) {
        return Math.floorMod(mark.text().hashCode(), SAMPLE_SHARE) == 0;
    }
}
