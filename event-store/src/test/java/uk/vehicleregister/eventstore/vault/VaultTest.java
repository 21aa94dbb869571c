package uk.vehicleregister.eventstore.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.eventstore.log.Append;
import uk.vehicleregister.eventstore.log.Appends;
import uk.vehicleregister.eventstore.log.EventLogWriter;
import uk.vehicleregister.eventstore.vault.Opened.Erased;
import uk.vehicleregister.eventstore.vault.Opened.Plain;

/// Personal data sealed, opened and forgotten (design.md 5).
class VaultTest {

    private static final KeyService KEY_SERVICE = new LocalKeyService(new KeysetInMemory());

    private static TestDatabase database;
    private static EventLogWriter writer;
    private static Vault vault;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        writer = new EventLogWriter(database.command());
        vault = new Vault(database.command(), KEY_SERVICE);
    }

    @AfterAll
    static void close() {
        writer.close();
        database.close();
    }

    @Test
    void what_was_sealed_is_opened_again_here_and_in_another_process() {
        DataKey key = stored(vault.newKey());
        String sealed = key.seal("Mrs Ærø, 1 High Street");

        assertThat(sealed).hasSizeGreaterThan(50).doesNotContain("High").matches("[\\w-]{22}\\.[\\w-]+");
        assertThat(key.seal("Mrs Ærø, 1 High Street")).isNotEqualTo(sealed);
        assertThat(vault.open(sealed)).isEqualTo(new Plain("Mrs Ærø, 1 High Street"));
        assertThat(new Vault(database.query(), KEY_SERVICE).open(sealed))
                .isEqualTo(new Plain("Mrs Ærø, 1 High Street"));
        assertThat(vault.existing(key.id()).open(sealed)).isEqualTo("Mrs Ærø, 1 High Street");
    }

    @Test
    void an_erased_person_is_told_apart_from_a_lost_key() {
        DataKey erased = stored(vault.newKey());
        DataKey kept = stored(vault.newKey());
        String gone = erased.seal("gone");
        String there = kept.seal("there");
        assertThat(vault.open(gone)).isEqualTo(new Plain("gone"));
        assertThat(database.rows("select log.erase_data_key('" + erased.id() + "')"))
                .containsExactly("t");

        assertThat(vault.open(gone)).isEqualTo(new Erased());
        assertThat(vault.openAll(List.of(gone, there)))
                .isEqualTo(Map.of(gone, new Erased(), there, new Plain("there")));
        assertThatThrownBy(() -> vault.existing(erased.id())).isInstanceOf(ErasedKeyException.class);

        String lost = vault.newKey().seal("lost");
        assertThatThrownBy(() -> vault.open(lost)).isInstanceOf(MissingKeyException.class);
        assertThatThrownBy(() -> vault.openAll(List.of(there, lost))).isInstanceOf(MissingKeyException.class);

        assertThat(vault.isErased(erased.id())).isTrue();
        assertThat(vault.isErased(DataKey.keyOf(there))).isFalse();
        assertThatThrownBy(() -> vault.isErased(DataKey.keyOf(lost))).isInstanceOf(MissingKeyException.class);
    }

    @Test
    void an_erased_key_does_not_come_back_with_a_late_append() {
        DataKey key = vault.newKey();
        WrappedKey wrapped = vault.wrap(key);
        append(wrapped);
        database.rows("select log.erase_data_key('" + key.id() + "')");
        append(wrapped);
        assertThat(vault.open(key.seal("late"))).isEqualTo(new Erased());
    }

    @Test
    void the_rows_are_unreadable_without_the_keyset() {
        DataKey key = stored(vault.newKey());
        Vault thief = new Vault(database.command(), new LocalKeyService(new KeysetInMemory()));
        assertThatThrownBy(() -> thief.open(key.seal("secret"))).isInstanceOf(UnreadableKeyException.class);
        assertThatThrownBy(() -> thief.wrap(thief.newKey())).isInstanceOf(UnreadableKeyException.class);
        assertThat(vault.wrap(key).wrapped()).hasSize(12 + 32 + 16);
    }

    @Test
    void a_text_that_was_changed_or_moved_to_another_key_does_not_open() {
        DataKey key = stored(vault.newKey());
        DataKey other = stored(vault.newKey());
        String sealed = key.seal("text");
        String moved = other.seal("").substring(0, 23) + sealed.substring(23);
        char last = sealed.charAt(sealed.length() - 2);
        String changed = sealed.substring(0, sealed.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + sealed.charAt(sealed.length() - 1);
        for (String bad : List.of(moved, changed))
            assertThatThrownBy(() -> vault.open(bad)).isInstanceOf(UnreadableKeyException.class);
        DataKey twin = new DataKey(UUID.randomUUID(), key.raw());
        assertThatThrownBy(() -> twin.open(sealed)).isInstanceOf(UnreadableKeyException.class);
        assertThatThrownBy(() -> vault.open("plain text")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void data_keys_share_one_intermediate_key_and_each_append_stores_its_own_in_one_transaction() {
        int first = vault.wrap(vault.newKey()).intermediateId();
        assertThat(vault.wrap(vault.newKey()).intermediateId()).isEqualTo(first);
        assertThat(database.rows("select id from log.intermediate_key")).containsExactly(Integer.toString(first));
    }

    private static DataKey stored(DataKey key) {
        append(vault.wrap(key));
        return key;
    }

    private static void append(WrappedKey key) {
        writer.append(new Append(
                List.of(Appends.event(UUID.randomUUID().toString(), 0)), Map.of(), null, List.of(key), List.of()));
    }
}
