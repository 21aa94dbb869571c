package uk.vehicleregister.query.seal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.query.web.Fault;
import uk.vehicleregister.query.web.Faults;
import uk.vehicleregister.query.web.FieldFault;
import uk.vehicleregister.query.web.Fields;
import uk.vehicleregister.query.web.InvalidRequestException;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.tile.StoredTree;

/// Proofs against the last checkpoint: that an event is in the log, and that the log once was how it now begins.
@RestController
class ProofsEndpoint {

    private static final long MOST = Long.MAX_VALUE - 1;

    private final SealedLog sealed;
    private final EventLogReader log;
    private final Faults faults;

    ProofsEndpoint(SealedLog sealed, EventLogReader log, Faults faults) {
        this.sealed = sealed;
        this.log = log;
        this.faults = faults;
    }

    /// The question, for the published description: a position, or a size and perhaps a later one.
    @Schema(name = "ProofQuestion")
    record Question(
            @Nullable Long position,
            @Nullable Long from,
            @Nullable Long to) {}

    /// @param leaf the hash of the event's leaf, where a position was asked for
    /// @param path the hashes of the proof, in base64
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProofAnswer")
    record Answer(
            @Nullable Long position,
            @Nullable Long from,
            @Nullable Long to,
            @Nullable String leaf,
            List<String> path,
            String checkpoint) {}

    @PostMapping("/v1/log/proofs")
    @MayCall(Role.AUDITOR)
    @Operation(
            operationId = "logProof",
            summary = "That an event is in the log, or that the log of one size begins as that of an earlier size",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = Question.class))))
    @Nullable
    Answer proof(@RequestBody JsonNode body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Fields fields = Fields.of(body, "position", "from", "to");
        fields.oneOf("position", "from");
        Optional<Long> position = fields.optionalWhole("position", 0, MOST);
        Optional<Long> from = fields.optionalWhole("from", 0, MOST);
        Optional<Long> to = fields.optionalWhole("to", from.orElse(0L), MOST);
        fields.end();
        if (position.isPresent() && to.isPresent())
            throw new InvalidRequestException(List.of(new FieldFault("to", "TOO_MANY", "may be given with from only")));

        Published latest = sealed.latest().orElse(null);
        long size = latest == null ? 0 : latest.size();
        long needed = position.isPresent() ? position.get() + 1 : to.orElse(from.orElse(0L));
        if (latest == null || needed > size) {
            boolean recorded = needed <= log.lastPosition() + 1;
            faults.tell(recorded ? NotSealed.yet() : Fault.of(RefusalCode.NOT_FOUND), request, response);
            return null;
        }
        String checkpoint = latest.note().toString();
        if (position.isPresent()) {
            StoredTree tree = sealed.tree(latest);
            List<Hash> path = tree.inclusionProof(position.get()).path();
            return new Answer(
                    position.get(), null, null, tree.leaf(position.get()).toString(), texts(path), checkpoint);
        }
        StoredTree later = new StoredTree(sealed, to.orElse(size));
        List<Hash> path = later.consistencyProof(from.orElseThrow()).path();
        return new Answer(null, from.get(), later.size(), null, texts(path), checkpoint);
    }

    private static List<String> texts(List<Hash> path) {
        return path.stream().map(Hash::toString).toList();
    }
}
