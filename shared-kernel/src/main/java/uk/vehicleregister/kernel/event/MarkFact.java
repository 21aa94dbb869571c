package uk.vehicleregister.kernel.event;

import uk.vehicleregister.kernel.mark.RegistrationMark;

/// What happened to a mark and the entitlement to it. Its stream is the mark itself, so that a mark can be in one place
/// at a time (design.md 3).
public sealed interface MarkFact extends Fact
        permits MarkIssued, EntitlementGranted, EntitlementUsed, MarkReplaced, MarkRestored {

    RegistrationMark mark();

    @Override
    default String stream() {
        return streamOf(mark());
    }

    static String streamOf(RegistrationMark mark) {
        return "mark-" + mark.text();
    }
}
