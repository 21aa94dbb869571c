package uk.vehicleregister.query.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.vehicleregister.eventstore.log.LogUnavailableException;
import uk.vehicleregister.eventstore.log.RawEvent;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;
import uk.vehicleregister.transparencylog.leaf.LeafFormat;
import uk.vehicleregister.transparencylog.leaf.LeafHasher;
import uk.vehicleregister.transparencylog.note.FiledProof;
import uk.vehicleregister.transparencylog.tile.StoredTree;
import uk.vehicleregister.transparencylog.tile.Tile;
import uk.vehicleregister.transparencylog.tile.TileReader;

/// What has been sealed, for those who answer from it; any instance may, whether it seals or not.
@Component
public class SealedLog implements TileReader {

    private final DataSource dataSource;

    public SealedLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// The last checkpoint; empty while nothing has been sealed.
    public Optional<Published> latest() {
        try (Connection connection = dataSource.getConnection()) {
            return Optional.ofNullable(SealedRows.latest(connection));
        } catch (SQLException e) {
            throw new LogUnavailableException("The checkpoint cannot be read", e);
        }
    }

    /// The signed note of the last checkpoint, unread: whoever audits it judges it, also when somebody altered it.
    public Optional<String> note() {
        return stored().map(SealedRows.Stored::note);
    }

    /// The keys it was signed with, as they are stored, one a line.
    public Optional<String> keys() {
        return stored().map(SealedRows.Stored::keys);
    }

    private Optional<SealedRows.Stored> stored() {
        try (Connection connection = dataSource.getConnection()) {
            return Optional.ofNullable(SealedRows.stored(connection));
        } catch (SQLException e) {
            throw new LogUnavailableException("The checkpoint cannot be read", e);
        }
    }

    /// The tree that this checkpoint is about. For one request.
    public StoredTree tree(Published published) {
        return new StoredTree(this, published.size());
    }

    /// An event as it is hashed.
    public static EventLeaf leaf(RecordedEvent event) {
        return Sealer.leaf(RawEvent.of(event));
    }

    /// The proof to file away that this event is in the log; it brings the event along as it is stored, personal data
    /// sealed.
    public FiledProof filedProof(RecordedEvent event, Published published) {
        EventLeaf leaf = leaf(event);
        StoredTree tree = tree(published);
        if (!new LeafHasher().hash(leaf).equals(tree.leaf(event.position()))) {
            throw new IllegalStateException("the event at " + event.position() + " is not the one that was sealed");
        }
        return new FiledProof(
                LeafFormat.encode(leaf),
                event.position(),
                tree.inclusionProof(event.position()).path(),
                published.note());
    }

    @Override
    public byte @Nullable [] read(Tile tile) {
        try (Connection connection = dataSource.getConnection()) {
            return SealedRows.tile(connection, tile);
        } catch (SQLException e) {
            throw new LogUnavailableException("The tile cannot be read", e);
        }
    }
}
