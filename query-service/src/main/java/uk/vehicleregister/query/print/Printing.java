package uk.vehicleregister.query.print;

/// What became of the wish to print a paper.
public sealed interface Printing {

    /// @param code which paper: V5C, V778, V750, V948 or ACKNOWLEDGEMENT
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Done(String code, byte[] pdf) implements Printing {

        @Override
        public String toString() {
            return "Done[" + code + "]";
        }
    }

    /// A person it is about was erased, and it can never be printed again.
    record Erased() implements Printing {}

    /// No paper belongs to that event, or there is no such event.
    record NothingToPrint() implements Printing {}
}
