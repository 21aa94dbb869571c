package uk.vehicleregister.command.erasure.erase;

import uk.vehicleregister.kernel.event.Fact;

/// A fact with its place in the log.
record Told<F extends Fact>(long position, F fact) {}
