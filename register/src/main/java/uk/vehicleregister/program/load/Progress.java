package uk.vehicleregister.program.load;

import java.io.Console;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import uk.vehicleregister.program.Say;

/// How far a load is: a bar on a terminal, a plain line now and then elsewhere, nothing when asked to be quiet.
public sealed interface Progress extends AutoCloseable {

    void to(long rows);

    @Override
    default void close() {}

    /// @param total rows to come, as counted beforehand
    static Progress of(String task, long total, boolean quiet) {
        return of(task, total, "rows", quiet);
    }

    /// @param unit what is counted
    static Progress of(String task, long total, String unit, boolean quiet) {
        if (quiet) {
            return new None();
        }
        Console console = System.console();
        return console != null && console.isTerminal() ? new Bar(task, total, unit) : new Lines(task, total, unit);
    }

    /// For who reads only the answer.
    record None() implements Progress {
        @Override
        public void to(long rows) {
            // quiet
        }
    }

    /// For a person at a terminal.
    final class Bar implements Progress {
        private final ProgressBar bar;

        private Bar(String task, long total, String unit) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUnit(" " + unit, 1)
                    .setUpdateIntervalMillis(200)
                    .showSpeed()
                    .build();
        }

        @Override
        public void to(long rows) {
            bar.stepTo(rows);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /// For a log file or a pipe: one line every tenth part.
    final class Lines implements Progress {
        private final String task;
        private final long total;
        private final String unit;
        private final long began = System.nanoTime();
        private long tenthSaid;

        private Lines(String task, long total, String unit) {
            this.task = task;
            this.total = total;
            this.unit = unit;
        }

        @Override
        public void to(long rows) {
            long tenth = total == 0 ? 10 : rows * 10 / total;
            if (tenth > tenthSaid) {
                tenthSaid = tenth;
                Say.progress(String.format(
                        Locale.ROOT,
                        "%s: %d of %d %s (%d %%), %.1f s",
                        task,
                        rows,
                        total,
                        unit,
                        tenth * 10,
                        (System.nanoTime() - began) / 1e9));
            }
        }
    }
}
