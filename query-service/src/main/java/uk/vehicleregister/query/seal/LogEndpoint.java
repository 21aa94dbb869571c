package uk.vehicleregister.query.seal;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.query.web.Fault;
import uk.vehicleregister.query.web.Faults;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.tile.Tile;

/// The log for everybody (C2SP tlog-tiles): its last checkpoint, its tiles, and the keys it signs with.
@RestController
class LogEndpoint {

    private static final String NOT_SEALED = "Nothing has been sealed here. Try again once something was recorded.";
    private static final String NO_TILE = "The log has no such tile, or has not sealed it yet.";

    private final SealedLog log;
    private final Faults faults;

    LogEndpoint(SealedLog log, Faults faults) {
        this.log = log;
        this.faults = faults;
    }

    @GetMapping(value = "/v1/log/checkpoint", produces = "text/plain;charset=utf-8")
    @MayCall(anybody = true)
    @Operation(operationId = "logCheckpoint", summary = "The log's last checkpoint (C2SP tlog-checkpoint)")
    @Nullable
    ResponseEntity<String> checkpoint(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> note = log.note();
        if (note.isEmpty()) return refuse(NOT_SEALED, request, response);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic())
                .body(note.get());
    }

    @GetMapping(value = "/v1/log/key", produces = "text/plain;charset=utf-8")
    @MayCall(anybody = true)
    @Operation(operationId = "logKey", summary = "The public keys of the log, one a line (C2SP signed-note)")
    @Nullable
    ResponseEntity<String> key(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> keys = log.keys();
        if (keys.isEmpty()) return refuse(NOT_SEALED, request, response);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(keys.get());
    }

    @GetMapping(value = "/v1/log/tile/{*path}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @MayCall(anybody = true)
    @Operation(operationId = "logTile", summary = "A tile of the log's tree: level/index or level/index.p/width")
    byte @Nullable [] tile(@PathVariable String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] hashes = sealed("tile" + path);
        if (hashes == null) {
            refuse(NO_TILE, request, response);
            return null;
        }
        // a tile never changes
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        return hashes;
    }

    /// A tile holds nothing that was not signed: tiles and checkpoint are written in one transaction.
    private byte @Nullable [] sealed(String path) {
        try {
            return log.read(Tile.parse(path));
        } catch (MalformedException e) {
            return null;
        }
    }

    private <T> @Nullable T refuse(String detail, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        faults.tell(Fault.of(RefusalCode.NOT_FOUND).saying(detail), request, response);
        return null;
    }
}
