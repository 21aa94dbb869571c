package uk.vehicleregister.query.print;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.vehicleregister.eventstore.vault.Opened;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.keeper.Grantee;
import uk.vehicleregister.kernel.keeper.Keeper;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.sealing.SealedParty;

/// A paper that lacks what is sealed: which texts it needs, and how they fill it in.
record Draft(List<Sealed> sealed, Filling filling) {

    /// Is asked only when every text could be opened.
    interface Filling {
        Paper with(Texts opened);
    }

    /// The opened texts of one draft.
    record Texts(Map<String, Opened> bySealedText) {

        String of(Sealed sealed) {
            if (bySealedText.get(sealed.text()) instanceof Opened.Plain plain) return plain.text();
            throw new IllegalStateException("a draft uses a text it did not ask for");
        }

        Addressee of(SealedKeeper keeper) {
            return Addressee.of(EventJson.read(of(keeper.details()), Keeper.class));
        }

        Addressee of(SealedParty grantee) {
            return Addressee.of(EventJson.read(of(grantee.details()), Grantee.class));
        }

        @Override
        public String toString() {
            return "Texts[***]";
        }
    }

    /// Empty when one of the persons it is about was erased.
    Optional<Paper> filled(Map<String, Opened> opened) {
        if (opened.values().stream().anyMatch(Opened.Erased.class::isInstance)) return Optional.empty();
        return Optional.of(filling.with(new Texts(opened)));
    }
}
