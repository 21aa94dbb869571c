package uk.vehicleregister.command.desk;

import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.eventstore.log.NewReceipt;
import uk.vehicleregister.kernel.access.Role;

/// Who sends a command, and under which idempotency key.
///
/// @param client pseudonym of the authenticated subject; keys, receipts and limits belong to it
/// @param role null for what the register does by itself
/// @param receipt key and fingerprint of the request, null for a bulk load, which is idempotent by its content
/// @param transactionId given to what is recorded, and to the applicant
/// @param command name of the command, as in its path
/// @param request what was sent
/// @param review set when a registrar has accepted this application
/// @param paymentId the stream a fee is claimed on; derived from client and key, so a retry finds it again
public record Submission(
        String client,
        @Nullable Role role,
        @Nullable RequestKey receipt,
        UUID transactionId,
        @Nullable String paymentId,
        String command,
        SentRequest request,
        @Nullable Review review) {

    private static final String REGISTER = "register";

    /// @param key 16 bytes, from client and idempotency key
    /// @param fingerprint 16 bytes, from the path and the body
    public record RequestKey(byte[] key, byte[] fingerprint) {

        String fingerprintText() {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(fingerprint);
        }

        NewReceipt saying(String outcome) {
            return new NewReceipt(key, fingerprint, outcome);
        }
    }

    /// What the register does by itself, in a process, as a part of that transaction.
    public static Submission ofRegister(UUID transactionId) {
        return new Submission(REGISTER, null, null, transactionId, null, REGISTER, SentRequest.NOT_KEPT, null);
    }

    /// For metadata: the role of a person, or the register's own name.
    String roleClaim() {
        return role == null ? REGISTER : role.claim();
    }

    Submission inTransaction(UUID id) {
        return new Submission(client, role, receipt, id, paymentId, command, request, review);
    }

    /// Something that is recorded beside a request, or one of many things it asks for, under no key of the
    /// client's.
    public Submission aside() {
        return new Submission(client, role, null, UUID.randomUUID(), null, command, request, null);
    }
}
