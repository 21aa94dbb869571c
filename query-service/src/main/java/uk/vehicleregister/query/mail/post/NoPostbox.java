package uk.vehicleregister.query.mail.post;

import java.util.Optional;

/// There is none: every letter waits.
final class NoPostbox implements Postbox {

    @Override
    public String name() {
        return "none";
    }

    @Override
    public boolean isOpen() {
        return false;
    }

    @Override
    public Posting hand(Letter letter) {
        return new Posting.NotNow("NO_POSTBOX");
    }

    @Override
    public Optional<String> taken(String reference) {
        return Optional.empty();
    }
}
