package uk.vehicleregister.program.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import uk.vehicleregister.transparencylog.MalformedException;

/// What `bin/register verify ANSWER.json` finds, for who has the answer in hand.
public final class AnswerCheck {

    private AnswerCheck() {}

    /// What does not agree, one sentence each; nothing where the answer follows from the events that came with it, and
    /// they are in the log that the key signs.
    ///
    /// @param answer a history with its proof, as the register answered it
    public static List<String> findings(byte[] answer, String key) {
        try {
            return new AnswerVerification(
                            ProvenAnswer.of(answer), Verification.parseKey(key.strip()), null, Cosigners.NONE)
                    .run().wrong().stream().map(Finding::sentence).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MalformedException e) {
            return List.of(Finding.of(e).sentence());
        }
    }
}
