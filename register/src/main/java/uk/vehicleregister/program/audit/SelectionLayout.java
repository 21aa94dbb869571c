package uk.vehicleregister.program.audit;

import java.util.List;

/// Which entries an archive of some events has, in this order: these and no others (docs/audit.md).
final class SelectionLayout {

    static final String FORMAT = "vehicle-register-selection/v1";
    static final String EVENTS = "events.jsonl";
    static final String PROOFS = "proofs.jsonl";

    /// All but the manifest, which tells of them.
    static final List<String> BEFORE_MANIFEST = List.of(ArchiveLayout.CHECKPOINT, ArchiveLayout.KEY, EVENTS, PROOFS);

    static final String PROVES = "Each event in it was at its position when the checkpoint was signed."
            + " That no event of the selection is left out is not proven.";

    private SelectionLayout() {}
}
