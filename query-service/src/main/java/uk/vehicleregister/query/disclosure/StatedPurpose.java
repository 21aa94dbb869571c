package uk.vehicleregister.query.disclosure;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.disclosure.DisclosurePurpose;
import uk.vehicleregister.query.web.FieldFault;
import uk.vehicleregister.query.web.InvalidRequestException;

/// What a look is for, from the headers of its request; without them what the role is there for. Headers, since
/// it is no part of the question, and a question that is an address has no body.
record StatedPurpose(DisclosurePurpose purpose, @Nullable String reference) {

    static final String PURPOSE = "Register-Purpose";
    static final String REFERENCE = "Register-Purpose-Reference";

    /// Of a file, as `OP-2026/118`: letters and figures without spaces, so that no name of a person fits well.
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/._-]{0,39}");

    /// Throws InvalidRequestException.
    static StatedPurpose of(HttpServletRequest request, Role role) {
        List<FieldFault> faults = new ArrayList<>();
        Set<DisclosurePurpose> allowed = allowed(role);
        String stated = request.getHeader(PURPOSE);
        DisclosurePurpose purpose = allowed.stream()
                .filter(word ->
                        stated == null ? word == usual(role) : word.name().equals(stated))
                .findFirst()
                .orElse(null);
        if (purpose == null) faults.add(new FieldFault(PURPOSE, "NOT_A_KNOWN_WORD", "must be one of " + allowed));
        String reference = request.getHeader(REFERENCE);
        if (reference != null && !FILE.matcher(reference).matches())
            faults.add(new FieldFault(
                    REFERENCE, "MALFORMED", "must be the reference of a file: up to 40 of A-Z a-z 0-9 / . _ -"));
        if (reference == null && purpose == DisclosurePurpose.LAW_ENFORCEMENT)
            faults.add(new FieldFault(
                    REFERENCE,
                    "REQUIRED",
                    "is required: whoever the keeper is not told of yet names the file it is for"));
        if (purpose == null || !faults.isEmpty()) throw new InvalidRequestException(faults);
        return new StatedPurpose(purpose, reference);
    }

    private static Set<DisclosurePurpose> allowed(Role role) {
        return switch (role) {
            case CITIZEN, DEALER -> EnumSet.of(DisclosurePurpose.OWN_RECORD);
            case AUDITOR, REGISTRAR, ENQUIRER, OPERATOR, TREATMENT_FACILITY ->
                EnumSet.complementOf(EnumSet.of(DisclosurePurpose.OWN_RECORD));
        };
    }

    private static DisclosurePurpose usual(Role role) {
        return switch (role) {
            case AUDITOR -> DisclosurePurpose.AUDIT;
            case CITIZEN, DEALER -> DisclosurePurpose.OWN_RECORD;
            case REGISTRAR, ENQUIRER, OPERATOR, TREATMENT_FACILITY -> DisclosurePurpose.CASE_WORK;
        };
    }
}
