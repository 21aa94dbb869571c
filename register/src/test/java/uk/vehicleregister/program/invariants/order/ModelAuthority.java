package uk.vehicleregister.program.invariants.order;

import java.util.List;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// An authority as the model has it: for one vehicle, one intermediary and some commands, until its keeper goes.
final class ModelAuthority {

    final String id;
    final ModelVehicle vehicle;
    private final Object keeper;
    private final List<String> scope;
    boolean revoked;

    ModelAuthority(String id, ModelVehicle vehicle, Object keeper, List<String> scope) {
        this.id = id;
        this.vehicle = vehicle;
        this.keeper = keeper;
        this.scope = scope;
    }

    Expected allows(Request request, ModelVehicle asked) {
        if (vehicle != asked || !request.senderOr("").equals(Made.INTERMEDIARY))
            return Expected.refused(RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
        Beginning.Who now = vehicle.now().who;
        return Expected.DONE
                .unless(revoked, RefusalCode.AUTHORITY_REVOKED)
                .unless(now == null || now.key() != keeper, RefusalCode.AUTHORITY_ENDED)
                .unless(!scope.contains(request.command()), RefusalCode.AUTHORITY_OUT_OF_SCOPE);
    }
}
