package uk.vehicleregister.transparencylog;

/// What was handed in is well formed and proves nothing. An exception, so that nobody goes on without having
/// looked.
public final class RefusedException extends RuntimeException {

    public enum Reason {
        /// The position is not inside the tree.
        POSITION_OUTSIDE_TREE,
        /// The later tree is smaller than the earlier one.
        TREE_SHRANK,
        /// The proof has fewer hashes than the shape of the tree asks for.
        PROOF_TOO_SHORT,
        /// The proof has more hashes than the shape of the tree asks for.
        PROOF_TOO_LONG,
        /// The proof leads to another root than the one given.
        ROOT_DIFFERS,
        /// The proof leads to another root than that of the earlier tree.
        EARLIER_ROOT_DIFFERS,
        /// The checkpoint is of another log.
        ANOTHER_LOG,
        /// No signature is by a key that is trusted.
        NOT_SIGNED,
        /// A signature by a trusted key's name and id does not verify.
        SIGNATURE_WRONG,
        /// Fewer witnesses have cosigned than are asked for.
        TOO_FEW_WITNESSES,
        /// A tile that the tree needs is not to be had.
        TILE_MISSING,
        /// A tile is there already, with other hashes.
        TILE_DIFFERS
    }

    private final Reason reason;
    private final String detail;

    public RefusedException(Reason reason, String detail) {
        this.reason = reason;
        this.detail = detail;
    }

    @Override
    public String getMessage() {
        return reason + ": " + detail;
    }

    public Reason reason() {
        return reason;
    }
}
