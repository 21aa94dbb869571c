package uk.vehicleregister.query.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.vehicleregister.kernel.erasure.ErasureReason;
import uk.vehicleregister.kernel.erasure.LegalBasis;
import uk.vehicleregister.kernel.erasure.PersonRole;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.PersonErased;

/// The demo's folder keeps no letters to the erased.
class LyingLettersTest {

    @TempDir
    Path folder;

    @Test
    void letters_to_the_erased_are_thrown_away_once_their_key_is_gone_and_others_stay() throws Exception {
        Path part = Files.writeString(folder.resolve(".part-17"), "seller@example.com");
        Path anothers = Files.writeString(folder.resolve("put there by somebody, and of no transaction.eml"), "");
        try (MailOffice office =
                new MailOffice(Map.of("register.mail", "folder", "register.mail.folder", folder.toString()))) {
            assertThat(part).as("half written by a program that was killed").doesNotExist();
            UUID transaction = UUID.randomUUID();
            DisposedToTrade disposal = office.disposal(office.vehicle(), "seller@example.com", "trader@example.com");
            office.service.log.append(transaction, disposal);
            Path seller = folder.resolve(transaction + ".seller.eml");
            Path trader = folder.resolve(transaction + ".trader.eml");
            await().untilAsserted(() -> assertThat(List.of(seller, trader)).allMatch(Files::exists));

            UUID key = disposal.sellerEmail().keyId();
            office.service.log.append(new PersonErased(
                    UUID.randomUUID(),
                    PersonRole.SELLER,
                    key,
                    List.of(0L),
                    null,
                    ErasureReason.PERSON_ASKED,
                    LegalBasis.CONSENT_WITHDRAWN,
                    LocalDate.parse("2026-07-01")));
            await().during(java.time.Duration.ofMillis(1_500)).until(() -> Files.exists(seller));
            office.service.database.rows("select log.erase_data_key('" + key + "')");
            await().untilAsserted(() -> assertThat(seller).doesNotExist());
            assertThat(List.of(trader, anothers)).allMatch(Files::exists);
        }
    }
}
