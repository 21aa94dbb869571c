package uk.vehicleregister.command.person;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.vehicleregister.eventstore.vault.DataKey;
import uk.vehicleregister.eventstore.vault.ErasedKeyException;
import uk.vehicleregister.eventstore.vault.Opened;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.keeper.Business;
import uk.vehicleregister.kernel.keeper.Email;
import uk.vehicleregister.kernel.keeper.Estate;
import uk.vehicleregister.kernel.keeper.Grantee;
import uk.vehicleregister.kernel.keeper.Keeper;
import uk.vehicleregister.kernel.keeper.Nominee;
import uk.vehicleregister.kernel.keeper.Person;
import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.sealing.SealedParty;

/// Seals people before they go into an event, and opens only what a rule needs (design.md 5).
@Component
public final class SealedPersons {

    private final Vault vault;

    SealedPersons(Vault vault) {
        this.vault = vault;
    }

    /// The postcode is sealed apart, because the postcode rule needs nothing else of the keeper.
    public SealedKeeper keeper(Keeper keeper, DataKey key) {
        return new SealedKeeper(
                keeper.type(),
                seal(EventJson.write(keeper), key),
                seal(keeper.address().postcode().text(), key));
    }

    /// A trader, an acting business, a grantee, a purchaser or a nominee.
    public SealedParty party(Object party, DataKey key) {
        return new SealedParty(seal(EventJson.write(party), key));
    }

    public @Nullable Sealed email(@Nullable Email email, Supplier<DataKey> key) {
        return email == null ? null : seal(email.text(), key.get());
    }

    /// Whether this is the postcode of the keeper on record (domain.md 1.4). Of an erased keeper nothing can match.
    public boolean livesAt(SealedKeeper keeper, Postcode entered) {
        return switch (vault.open(keeper.postcode().text())) {
            case Opened.Plain plain -> new Postcode(plain.text()).matches(entered);
            case Opened.Erased _ -> false;
        };
    }

    /// The keeper as grantee, under a key of their own: two roles of one person are forgotten apart.
    public SealedParty grantee(SealedKeeper keeper, @Nullable Email email, DataKey key) {
        Keeper open = open(keeper)
                .orElseThrow(() -> new IllegalStateException("an erased keeper cannot have shown their postcode"));
        String name = switch (open) {
            case Person person -> person.title() + " " + person.firstNames() + " " + person.lastName();
            case Business business -> business.name();
            case Estate estate -> estate.executor();
        };
        return party(new Grantee(name, open.address(), email), key);
    }

    /// The keeper in clear; empty when erased.
    public Optional<Keeper> open(SealedKeeper keeper) {
        return switch (vault.open(keeper.details().text())) {
            case Opened.Plain plain -> Optional.of(EventJson.read(plain.text(), Keeper.class));
            case Opened.Erased _ -> Optional.empty();
        };
    }

    /// Whether this keeper has been forgotten: nothing can be printed or sealed for them any more.
    public boolean isErased(SealedKeeper keeper) {
        return vault.open(keeper.details().text()) instanceof Opened.Erased;
    }

    /// The key this keeper is sealed under; papers printed for them are sealed under it too, and forgotten with them.
    public DataKey keyOf(SealedKeeper keeper) {
        return vault.existing(keeper.details().keyId());
    }

    /// The key of the holder of a certificate; for one printed after they were erased, another.
    public DataKey keyOf(SealedParty holder, Supplier<DataKey> another) {
        try {
            return vault.existing(holder.details().keyId());
        } catch (ErasedKeyException erased) {
            return another.get();
        }
    }

    /// A grantee, purchaser or nominee in clear, as far as all of them are alike; empty when erased.
    Optional<Nominee> open(SealedParty party) {
        return switch (vault.open(party.details().text())) {
            case Opened.Plain plain -> Optional.of(EventJson.read(plain.text(), Nominee.class));
            case Opened.Erased _ -> Optional.empty();
        };
    }

    private static Sealed seal(String text, DataKey key) {
        return new Sealed(key.seal(text));
    }
}
