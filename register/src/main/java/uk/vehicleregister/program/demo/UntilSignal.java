package uk.vehicleregister.program.demo;

import uk.vehicleregister.program.Say;

/// Ends a demo cleanly when the process is told to end (Ctrl-C, SIGTERM), and lets the process say 0 then, since
/// that is how a demo is meant to end.
final class UntilSignal {

    private UntilSignal() {}

    static void ends(Demo demo) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(demo), "end"));
    }

    private static void end(Demo demo) {
        if (demo.isClosed()) {
            return; // it ended by itself: the command's own exit code stands
        }
        Say.progress("Ending ...");
        demo.close();
        Say.progress("Ended. The data is kept.");
        Runtime.getRuntime().halt(0);
    }
}
