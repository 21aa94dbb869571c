package uk.vehicleregister.command.desk;

import org.jspecify.annotations.Nullable;

/// Who applied, as the metadata of their own events tells it: for what the register ends in their place later.
///
/// @param actor pseudonym of the account
/// @param role in which they applied
/// @param onBehalfOf for whom, where an intermediary applied
public record Applicant(String actor, String role, @Nullable OnBehalfOf onBehalfOf) {}
