package uk.vehicleregister.benchmarks.campaign.tamper;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.benchmarks.campaign.tamper.Tampering.Expected;

/// What can be done to the events. Each is found where it was done first.
final class EventTamperings {

    static final List<Tampering> ALL = List.of(
            new Tampering("payload bit", (copy, random, kept) -> bit("payload", copy, random, kept)),
            new Tampering("payload written anew", EventTamperings::sameJson),
            new Tampering("metadata", (copy, random, kept) -> bit("metadata", copy, random, kept)),
            new Tampering("recorded time", EventTamperings::time),
            new Tampering("another field", EventTamperings::field),
            new Tampering("swap", EventTamperings::swap),
            new Tampering("swap of payloads", EventTamperings::swapPayloads),
            new Tampering("delete", EventTamperings::delete),
            new Tampering("delete, numbered anew", EventTamperings::deleteAndNumber),
            new Tampering("insert", EventTamperings::insert),
            new Tampering("truncate", EventTamperings::truncate),
            new Tampering("two at once", EventTamperings::two));

    private static final List<String> FIELDS = List.of(
            "event_id = gen_random_uuid()",
            "stream = stream || '-'",
            "version = version + 1000000",
            "type = type || 'd'",
            "revision = revision || '0'",
            "transaction_end = not transaction_end");

    private EventTamperings() {}

    static long somewhere(Copy copy, Random random) {
        return random.nextInt(copy.size());
    }

    private static @Nullable Expected bit(String column, Copy copy, Random random, int kept) throws SQLException {
        long position = somewhere(copy, random);
        String altered =
                flipped(copy.text("select " + column + "::text from log.event where position = ?", position), random);
        if (altered == null) return null;
        copy.change("update log.event set " + column + " = cast(? as json) where position = ?", altered, position);
        return Expected.at(position, kept);
    }

    /// Whether it still is JSON, the database says; null when no bit of that letter can be altered.
    static @Nullable String flipped(String text, Random random) {
        int at = random.nextInt(text.length());
        char letter = text.charAt(at);
        char other = (char) (letter ^ 1 << random.nextInt(7));
        if (letter > 0x7f || other == 0) return null;
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private static Expected sameJson(Copy copy, Random random, int kept) throws SQLException {
        long position = somewhere(copy, random);
        copy.change("update log.event set payload = (payload::text || ' ')::json where position = ?", position);
        return Expected.at(position, kept);
    }

    private static Expected time(Copy copy, Random random, int kept) throws SQLException {
        long position = somewhere(copy, random);
        long micros = (random.nextBoolean() ? 1 : -1) * (1L << random.nextInt(40));
        copy.change(
                "update log.event set recorded_at = recorded_at + ? * interval '1 microsecond' where position = ?",
                micros,
                position);
        return Expected.at(position, kept);
    }

    private static Expected field(Copy copy, Random random, int kept) throws SQLException {
        long position = somewhere(copy, random);
        copy.change(
                "update log.event set " + FIELDS.get(random.nextInt(FIELDS.size())) + " where position = ?", position);
        return Expected.at(position, kept);
    }

    private static @Nullable Expected swap(Copy copy, Random random, int kept) throws SQLException {
        long one = somewhere(copy, random);
        long other = somewhere(copy, random);
        if (one == other) return null;
        copy.change("update log.event set position = -1 where position = ?", one);
        copy.change("update log.event set position = ? where position = ?", one, other);
        copy.change("update log.event set position = ? where position = -1", other);
        return Expected.at(Math.min(one, other), kept);
    }

    private static @Nullable Expected swapPayloads(Copy copy, Random random, int kept) throws SQLException {
        long one = somewhere(copy, random);
        long other = somewhere(copy, random);
        String first = copy.text("select payload::text from log.event where position = ?", one);
        String second = copy.text("select payload::text from log.event where position = ?", other);
        if (first.equals(second)) return null;
        copy.change("update log.event set payload = cast(? as json) where position = ?", second, one);
        copy.change("update log.event set payload = cast(? as json) where position = ?", first, other);
        return Expected.at(Math.min(one, other), kept);
    }

    /// One, or a stretch; what comes after keeps its positions.
    private static Expected delete(Copy copy, Random random, int kept) throws SQLException {
        long position = somewhere(copy, random);
        long last = random.nextBoolean() ? position : position + random.nextInt(20);
        copy.change("delete from log.event where position between ? and ?", position, last);
        return Expected.at(position, kept);
    }

    private static Expected deleteAndNumber(Copy copy, Random random, int kept) throws SQLException {
        long position = somewhere(copy, random);
        copy.change("delete from log.event where position = ?", position);
        number(copy, position, -1);
        return Expected.at(position, kept);
    }

    /// One that is made up, or one that was recorded at another place, told again.
    private static Expected insert(Copy copy, Random random, int kept) throws SQLException {
        long position = somewhere(copy, random);
        number(copy, position, 1);
        copy.change(
                """
                insert into log.event (position, version, recorded_at, event_id, transaction_end, stream, type, revision,
                                       payload, metadata)
                select ?, 0, coalesce((select recorded_at from log.event where position = ?), recorded_at),
                       gen_random_uuid(), true, ?, type, revision, payload, metadata
                  from log.event where position = ?""", position, position - 1, "vehicle-" + new UUID(random.nextLong(), random.nextLong()), position + 1);
        return Expected.at(position, kept);
    }

    /// The events from that position on get their numbers anew. By way of negative ones, for each may be there once.
    private static void number(Copy copy, long from, int by) throws SQLException {
        copy.execute("update log.event set position = -position - 2 where position >= " + from);
        copy.execute("update log.event set position = -position - 2 + " + by + " where position < -1");
    }

    /// With all that was not sealed yet; also in the middle of a transaction.
    private static Expected truncate(Copy copy, Random random, int kept) throws SQLException {
        long position = somewhere(copy, random);
        copy.change("delete from log.event where position >= ?", position);
        return Expected.at(position, kept);
    }

    private static @Nullable Expected two(Copy copy, Random random, int kept) throws SQLException {
        Expected one = time(copy, random, kept);
        Expected other =
                random.nextBoolean() ? sameJson(copy, random, kept) : TreeTamperings.leafHash(copy, random, kept);
        return one.goodUpTo() < other.goodUpTo() ? one : other;
    }
}
