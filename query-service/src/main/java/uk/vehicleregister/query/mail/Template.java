package uk.vehicleregister.query.mail;

import java.util.Locale;

/// A text, in English and Welsh, in the file of its name.
enum Template {
    SOLD_TO_TRADE_SELLER(false),
    SOLD_TO_TRADE_TRADER(false),
    SOLD_TO_TRADE_TRADER_TOLD_BY_KEEPER(false),
    BOUGHT_FROM_TRADE_KEEPER(false),
    BOUGHT_FROM_TRADE_KEEPER_SORN(false),
    SOLD_FROM_TRADE_TRADER(false),
    SOLD_PRIVATELY_SELLER(false),
    BOUGHT_PRIVATELY_KEEPER(false),
    MARK_RETAINED_KEEPER(true),
    MARK_RETAINED_KEEPER_SUMMARY(false),
    MARK_RETAINED_BUSINESS(true),
    MARK_ASSIGNED_KEEPER(true),
    MARK_ASSIGNED_KEEPER_SUMMARY(false),
    MARK_ASSIGNED_BUSINESS(true);

    private final boolean hasAuthorisation;

    Template(boolean hasAuthorisation) {
        this.hasAuthorisation = hasAuthorisation;
    }

    /// Whether the number plate authorisation goes with it: to whoever acted, and to nobody else (domain.md 1.4).
    boolean hasAuthorisation() {
        return hasAuthorisation;
    }

    /// As the outbox shows it, and the name of its file.
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Template of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
