package uk.vehicleregister.benchmarks.campaign.tamper;

import java.sql.SQLException;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// One way of altering a log behind the program's back.
record Tampering(String name, Hand hand) {

    /// Does it, wherever chance leads, and knows from what it did what an audit has to say.
    interface Hand {

        /// @param kept which of the copy's checkpoints the auditor kept from last time, -1 when none
        /// @return null when it cannot be done where chance led: it is drawn anew then
        @Nullable
        Expected alter(Copy copy, Random random, int kept) throws SQLException;
    }

    /// What has to be found.
    ///
    /// @param position the first bad one; null when only a signature or a kept root can tell, and no position
    /// @param goodUpTo how far it must be called good all the same
    /// @param kept which checkpoint the auditor is to have kept, -1 when none
    record Expected(@Nullable Long position, long goodUpTo, int kept) {

        static Expected at(long position, int kept) {
            return new Expected(position, position - 1, kept);
        }

        static Expected nowhere(int kept) {
            return new Expected(null, -1, kept);
        }
    }
}
