package uk.vehicleregister.command.desk;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Warning;

/// The few bytes a receipt keeps of a decision: `DONE`, or a refusal code, with its warnings after a colon.
final class ReceiptText {

    static final String DONE = "DONE";
    static final String UNDER_REVIEW = "UNDER_REVIEW";

    static String of(Decision decision) {
        return switch (decision) {
            case Decision.Accepted _ -> DONE;
            case Decision.Refused refused -> refused.code().name();
            case Decision.ConfirmationNeeded needed ->
                needed.warnings().stream()
                        .map(Warning::name)
                        .collect(Collectors.joining(",", RefusalCode.CONFIRMATION_NEEDED.name() + ":", ""));
            case Decision.UnderReview _ -> UNDER_REVIEW;
            case Decision.PaymentDue _ -> throw new IllegalStateException("a claimed payment has no receipt yet");
        };
    }

    static Outcome refusal(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Outcome.refused(RefusalCode.valueOf(text));
        }
        List<Warning> warnings = Arrays.stream(text.substring(colon + 1).split(","))
                .map(Warning::valueOf)
                .toList();
        return new Outcome.Refused(RefusalCode.valueOf(text.substring(0, colon)), warnings);
    }

    private ReceiptText() {}
}
