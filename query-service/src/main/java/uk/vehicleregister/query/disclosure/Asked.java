package uk.vehicleregister.query.disclosure;

import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// The terms of a question as the log keeps them: `name=value`, those not given left out. Positions, dates,
/// codes, ids and pseudonyms only; whose record it is about is the [Subject].
public final class Asked {

    private final StringJoiner terms = new StringJoiner(" ");

    public static Asked nothingElse() {
        return new Asked();
    }

    public Asked with(String name, Optional<?> value) {
        value.ifPresent(given -> terms.add(name + "=" + given));
        return this;
    }

    public Asked with(String name, Object value) {
        return with(name, Optional.of(value));
    }

    @Nullable
    String text() {
        return terms.length() == 0 ? null : terms.toString();
    }
}
