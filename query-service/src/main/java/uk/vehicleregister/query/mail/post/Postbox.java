package uk.vehicleregister.query.mail.post;

import java.util.List;
import java.util.Optional;

/// Where letters are handed in. Anything thrown means that nobody can say whether the letter was taken.
public interface Postbox {

    /// As the setting `register.mail` names it.
    String name();

    /// Whether letters are taken at all; otherwise they wait.
    default boolean isOpen() {
        return true;
    }

    Posting hand(Letter letter);

    /// The provider's reference of a letter handed in earlier under this reference of ours; empty as well where a
    /// provider cannot tell.
    Optional<String> taken(String reference);

    /// Our references of the letters that lie here; none where letters are passed on.
    default List<String> lying() {
        return List.of();
    }

    /// Throws such a letter away.
    default void discard(String reference) {}
}
