/// A dealer hands in up to 10,000 disposals or acquisitions at once, which are durable before the answer.
@NullMarked
package uk.vehicleregister.command.batch.submit;

import org.jspecify.annotations.NullMarked;
