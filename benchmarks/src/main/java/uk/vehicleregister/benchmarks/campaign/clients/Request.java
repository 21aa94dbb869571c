package uk.vehicleregister.benchmarks.campaign.clients;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.Fact;

/// A command as it is sent.
///
/// @param effect the one kind of fact it is about
/// @param reference the document reference it is proven by, where it takes one
public record Request(
        String path,
        Role role,
        Class<? extends Fact> effect,
        @Nullable String reference,
        Map<String, Object> body) {}
