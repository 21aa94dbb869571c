package uk.vehicleregister.command.desk;

import java.util.UUID;

/// A registrar's word on an application that no rule could decide: it is decided again, and this time the causes of
/// review do not stop it.
///
/// @param registrar pseudonym of who accepted it
public record Review(UUID caseId, String registrar, String reason) {

    /// What a registrar wrote may name a person.
    @Override
    public String toString() {
        return "Review[" + caseId + "]";
    }
}
