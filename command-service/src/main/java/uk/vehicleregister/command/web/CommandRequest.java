package uk.vehicleregister.command.web;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.command.desk.Submission;
import uk.vehicleregister.kernel.access.Role;

/// A POST as it came in: a JSON object, from whom, under which idempotency key.
public final class CommandRequest {

    private final JsonNode body;
    private final Supplier<Submission> submissions;

    public CommandRequest(JsonNode body, Supplier<Submission> submissions) {
        this.body = body;
        this.submissions = submissions;
    }

    /// The command this body stands for, or 400 with all its faults.
    public <C> C read(Form<C> form) {
        ReadForm<C> read = ReadForm.of(body, form);
        if (!read.faults().isEmpty()) {
            throw new InvalidRequest(read.faults());
        }
        return read.value();
    }

    /// The rows of a bulk load; each is read by itself, so that a broken one does not stop the others.
    public List<JsonNode> rows(int most) {
        JsonNode rows = body.path("rows");
        if (!rows.isArray() || body.size() != 1) {
            throw new InvalidRequest("rows", "WRONG_TYPE", "must be a JSON array of objects, and the only field");
        }
        List<JsonNode> objects = rows.valueStream().filter(JsonNode::isObject).toList();
        if (objects.size() != rows.size() || objects.size() > most) {
            throw new InvalidRequest("rows", "WRONG_TYPE", "must hold at most " + most + " JSON objects");
        }
        return objects;
    }

    /// In which role the sender asks.
    public Role role() {
        return Objects.requireNonNull(submissions.get().role());
    }

    /// A new transaction of this sender; of an application that is decided again, its own.
    public Submission submission() {
        return submissions.get();
    }
}
