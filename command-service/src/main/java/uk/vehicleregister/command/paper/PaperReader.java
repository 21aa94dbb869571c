package uk.vehicleregister.command.paper;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.vehicleregister.eventstore.vault.Opened;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.kernel.paper.Credential;

/// Reads a number back from its sealed copy, for the one answer that may show it.
@Component
public final class PaperReader {

    private final Vault vault;

    PaperReader(Vault vault) {
        this.vault = vault;
    }

    /// The answer with the number first; without it when its holder has been erased meanwhile.
    public Map<String, ?> answer(Map<String, ?> rest, String name, Credential credential) {
        Map<String, Object> answer = new LinkedHashMap<>();
        if (vault.open(credential.sealed().text()) instanceof Opened.Plain plain) {
            answer.put(name, plain.text());
        }
        answer.putAll(rest);
        return answer;
    }
}
