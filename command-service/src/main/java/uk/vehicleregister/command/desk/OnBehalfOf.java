package uk.vehicleregister.command.desk;

import java.util.UUID;

/// For whom an intermediary acts, as the metadata of its events tells: the authority, and the keeper who gave it.
///
/// @param keeperId the key the keeper is sealed under, which names a keepership and nobody
public record OnBehalfOf(UUID authorityId, UUID keeperId) {}
