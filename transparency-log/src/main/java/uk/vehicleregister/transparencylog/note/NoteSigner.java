package uk.vehicleregister.transparencylog.note;

/// Signs the text of a note. [SigningKey] does with a key in memory; a key kept elsewhere signs behind this too.
@FunctionalInterface
public interface NoteSigner {

    NoteSignature sign(String text);
}
