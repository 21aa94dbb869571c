/// Builds read models anew beside the live ones and compares them, for an auditor and without disturbing anybody.
@NullMarked
package uk.vehicleregister.query.replay;

import org.jspecify.annotations.NullMarked;
