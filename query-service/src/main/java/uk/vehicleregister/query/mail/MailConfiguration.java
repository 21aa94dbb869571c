package uk.vehicleregister.query.mail;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.query.mail.post.Postbox;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    Round round(
            Outbox outbox,
            Stories stories,
            Texts texts,
            Vault vault,
            ObjectProvider<Attachments> attachments,
            Postbox postbox) {
        return new Round(
                outbox,
                stories,
                texts,
                vault,
                attachments.getIfAvailable(Attachments::none),
                postbox,
                Clock.systemUTC());
    }

    @Bean
    LyingLetters lyingLetters(
            Postbox postbox,
            Outbox outbox,
            Stories stories,
            Vault vault,
            ObjectProvider<Attachments> attachments,
            EventLogReader log) {
        return new LyingLetters(postbox, outbox, stories, vault, attachments.getIfAvailable(Attachments::none), log);
    }

    @Bean
    MailRounds mailRounds(
            Round round, LyingLetters lying, Postbox postbox, @Value("${register.mail.per-second:10}") int perSecond) {
        return new MailRounds(round, lying, postbox, perSecond);
    }
}
