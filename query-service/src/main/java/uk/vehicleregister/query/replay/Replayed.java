package uk.vehicleregister.query.replay;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.merkle.Hash;

/// What a replay came to.
///
/// @param origin the name the log is sealed under, null when it is not sealed
/// @param size how many events were folded, from the first on
/// @param root of the tree over them
/// @param sealed how many of them are under the log's checkpoint, which agrees
public record Replayed(@Nullable String origin, long size, Hash root, long sealed, List<ReadModel> readModels) {

    /// @param position of the last event in it
    /// @param live where the live one was when it was looked at, null if it was not
    public record ReadModel(
            String projection, long position, @Nullable Long live, List<Table> tables) {

        public boolean isCompared() {
            return tables.stream().allMatch(table -> table.comparison() != null);
        }
    }

    /// @param sha256 of the file of rows, its head included
    /// @param comparison null when there was nothing to compare with
    public record Table(
            String name, long rows, String sha256, @Nullable Comparison comparison) {}

    public long differences() {
        return comparisons().mapToLong(Comparison::differences).sum();
    }

    /// The first differences of each table.
    public List<Difference> first() {
        return comparisons().flatMap(comparison -> comparison.first().stream()).toList();
    }

    public boolean isCompared() {
        return readModels.stream().allMatch(ReadModel::isCompared);
    }

    private Stream<Comparison> comparisons() {
        return readModels.stream().flatMap(model -> model.tables().stream()).<Comparison>mapMulti((table, to) -> {
            if (table.comparison() != null) to.accept(table.comparison());
        });
    }
}
