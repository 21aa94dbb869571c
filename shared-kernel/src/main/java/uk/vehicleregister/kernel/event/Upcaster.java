package uk.vehicleregister.kernel.event;

import tools.jackson.databind.node.ObjectNode;

/// One step in the history of an event's shape: JSON as one revision wrote it becomes JSON of the next. Once shipped it
/// is never changed, so it leans on the words of its own time and on nothing that may move: no class of today, no
/// clock.
interface Upcaster {

    /// The event's written-out name.
    String event();

    /// The revision it reads; it answers the next one.
    int from();

    ObjectNode upcast(ObjectNode json);
}
