/// The main job on the embedded default: everything started, filled and ended in one go.
@NullMarked
package uk.vehicleregister.program.demo;

import org.jspecify.annotations.NullMarked;
