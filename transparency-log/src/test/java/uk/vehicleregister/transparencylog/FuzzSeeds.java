package uk.vehicleregister.transparencylog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;
import uk.vehicleregister.transparencylog.leaf.LeafFormat;
import uk.vehicleregister.transparencylog.merkle.Reference;
import uk.vehicleregister.transparencylog.note.AddCheckpoint;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.FiledProof;
import uk.vehicleregister.transparencylog.note.SignatureType;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.note.SigningKey;
import uk.vehicleregister.transparencylog.tile.Tile;

/// Right inputs for each parser, to be mutated.
final class FuzzSeeds {

    private FuzzSeeds() {}

    static Map<String, List<byte[]>> byParser() {
        Reference tree = new Reference();
        SigningKey log = SigningKey.generate("log.example", SignatureType.ED25519, new SecureRandom());
        SigningKey witness = SigningKey.generate("w.example", SignatureType.COSIGNATURE, new SecureRandom());
        Checkpoint checkpoint = new Checkpoint("log.example", 9, tree.root(9), List.of("extension"));
        SignedNote note = checkpoint.sign(log.author(), witness.witness(InstantSource.system()));
        EventLeaf leaf = new EventLeaf(
                4, new UUID(1, 2), "vehicle-1", 3, "KeeperChanged", "2", 5, true, new byte[] {1}, new byte[] {2, 3});
        return Map.of(
                "note", List.of(note.bytes()),
                "checkpoint", List.of(checkpoint.text().getBytes(UTF_8)),
                "proof",
                        List.of(
                                new FiledProof(new byte[] {1, 2, 3}, 4, tree.path(4, 9), note).bytes(),
                                new FiledProof(null, 4, tree.path(4, 9), note).bytes()),
                "request", List.of(new AddCheckpoint(7, tree.proof(7, 9), note).bytes()),
                "signatures",
                        List.of(
                                note.signatures().get(0).line().getBytes(UTF_8),
                                note.signatures().get(1).line().getBytes(UTF_8)),
                "verifier key",
                        List.of(
                                log.verifier().toString().getBytes(UTF_8),
                                witness.verifier().toString().getBytes(UTF_8)),
                "secret", List.of(witness.secret().getBytes(UTF_8)),
                "tile",
                        List.of(
                                new Tile(0, 1_234_567, 256).path().getBytes(UTF_8),
                                new Tile(7, 1, 17).path().getBytes(UTF_8)),
                "leaf", List.of(LeafFormat.encode(leaf)));
    }
}
