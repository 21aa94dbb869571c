package uk.vehicleregister.command.authority.grant;

import java.time.LocalDate;
import java.util.List;
import uk.vehicleregister.command.lookup.Proof;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// A keeper lets an intermediary act for them (domain.md 0: the target is self-service or through an intermediary).
///
/// @param proof the V5C's reference; nobody passes an authority on
/// @param intermediary pseudonym of the account that may act
/// @param scope names of commands, as in their paths, each once
/// @param until the last day
record GrantAuthority(RegistrationMark mark, Proof proof, String intermediary, List<String> scope, LocalDate until) {}
