package uk.vehicleregister.kernel.event;

import tools.jackson.databind.node.ObjectNode;

/// Revision 2 names the command whose fee it is. Revision 1 left that to the purpose: each purpose it knew belonged to
/// one command.
final class PaymentClaimedFrom1 implements Upcaster {

    @Override
    public String event() {
        return "PaymentClaimed";
    }

    @Override
    public int from() {
        return 1;
    }

    @Override
    public ObjectNode upcast(ObjectNode json) {
        String command = switch (json.path("purpose").asString()) {
            case "RETENTION" -> "retentions";
            case "LATE_ASSIGNMENT" -> "assignments";
            default -> throw new IllegalStateException("a PaymentClaimed of revision 1 has a purpose of a later time");
        };
        return json.deepCopy().put("command", command);
    }
}
