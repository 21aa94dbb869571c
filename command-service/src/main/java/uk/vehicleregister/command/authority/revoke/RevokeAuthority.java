package uk.vehicleregister.command.authority.revoke;

import java.util.UUID;

/// Takes an authority back before its last day.
record RevokeAuthority(UUID authorityId) {}
