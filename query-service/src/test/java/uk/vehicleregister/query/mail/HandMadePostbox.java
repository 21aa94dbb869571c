package uk.vehicleregister.query.mail;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import uk.vehicleregister.query.mail.post.Letter;
import uk.vehicleregister.query.mail.post.Postbox;
import uk.vehicleregister.query.mail.post.Posting;

/// A provider that keeps what it is handed, knows it again, and can be told to misbehave.
final class HandMadePostbox implements Postbox {

    final List<Letter> letters = new CopyOnWriteArrayList<>();
    volatile Function<Letter, Posting> behaviour = this::take;

    Posting take(Letter letter) {
        letters.add(letter);
        return new Posting.Taken("theirs-" + letter.reference());
    }

    @Override
    public String name() {
        return "hand-made";
    }

    @Override
    public Posting hand(Letter letter) {
        return behaviour.apply(letter);
    }

    @Override
    public Optional<String> taken(String reference) {
        return letters.stream()
                .filter(letter -> letter.reference().equals(reference))
                .map(letter -> "theirs-" + letter.reference())
                .findFirst();
    }
}
