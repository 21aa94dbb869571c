package uk.vehicleregister.query.seal;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.transparencylog.note.CheckpointFile;

/// Seals where there is a key to seal with, unless told not to.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("register.seal.key")
@ConditionalOnProperty(name = "register.sealer", havingValue = "on", matchIfMissing = true)
class SealConfiguration {

    @Bean
    SealerRounds sealerRounds(
            EventLogReader log,
            SealerState state,
            @Value("${register.seal.key}") Path key,
            @Value("${register.log.origin:}") String origin,
            @Value("${register.keys.create:false}") boolean create,
            @Value("${register.log.witnesses:}") String witnessAddresses,
            @Value("${register.database.url}") String url,
            @Value("${register.sealer.database.user:}") String user,
            @Value("${register.sealer.database.password:}") String password) {
        if (user.isEmpty()) throw new IllegalStateException("The sealer needs a database login of its own");
        if (create && !origin.isEmpty()) SealingKeys.createIfAbsent(key, origin);
        SealingKeys keys = SealingKeys.read(key);
        if (!origin.isEmpty() && !origin.equals(keys.origin())) {
            throw new IllegalStateException("The key to seal with is another log's than " + origin);
        }
        Witnesses witnesses = new Witnesses(WitnessAddress.parse(witnessAddresses));
        CheckpointFile memory = new CheckpointFile(key.resolveSibling(key.getFileName() + ".signed"));
        SealStore.Login login = new SealStore.Login(url, user, password);
        return new SealerRounds(
                new Sealer(log, keys, memory, witnesses), () -> SealStore.open(login), witnesses, state);
    }
}
