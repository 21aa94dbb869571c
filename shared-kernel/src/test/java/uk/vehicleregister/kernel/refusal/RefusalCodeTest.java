package uk.vehicleregister.kernel.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalCodeTest {

    /// The contract's words, written out once more: they are fixed.
    private static final Map<Integer, String> CONTRACT = Map.of(
            400, "INVALID_REQUEST",
            401, "UNAUTHORISED",
            403, "FORBIDDEN",
            404, "VEHICLE_OR_DOCUMENT_NOT_MATCHED",
            409, "CONFLICT IDEMPOTENCY_KEY_IN_USE",
            410, "DOCUMENT_ERASED",
            422,
                    "V5C_SUPPRESSED ALREADY_SOLD_TO_TRADE KEEPER_STILL_ON_RECORD DATE_IN_FUTURE DATE_TOO_OLD CONSENT_MISSING"
                            + " NO_KEEPER EXPORTED SCRAPPED Q_MARK NOT_TESTABLE_TYPE POSTCODE_MISMATCH WOULD_LOOK_NEWER"
                            + " CERTIFICATE_NOT_MATCHED CERTIFICATE_EXPIRED MARK_NOT_AVAILABLE VIN_ALREADY_REGISTERED PRE_1998"
                            + " FEE_DUE NOT_TAXED NOT_GRANTEE_OR_NOMINEE PAYMENT_DECLINED IDEMPOTENCY_KEY_REUSED"
                            + " CONFIRMATION_NEEDED DIRECT_TO_PAPER LICENSING_HISTORY IDENTITY_CHECK WRITTEN_OFF",
            423, "MARK_LOCKED",
            429, "TOO_MANY_REQUESTS",
            503, "PAYMENT_OUTCOME_UNKNOWN LOG_UNAVAILABLE OVERLOADED");

    @Test
    void the_contracts_codes_have_the_contracts_status() {
        CONTRACT.forEach((status, names) -> {
            for (String name : names.split(" ")) {
                assertThat(RefusalCode.valueOf(name).status()).as(name).isEqualTo(status);
            }
        });
    }

    @Test
    void every_refusal_has_a_title_and_sentences_that_tell_the_next_step() {
        for (RefusalCode code : RefusalCode.values()) {
            assertThat(code.title()).as(code.name()).hasSizeBetween(5, 70).doesNotEndWith(".");
            assertThat(code.detail()).as(code.name()).hasSizeGreaterThan(30).endsWith(".");
        }
        assertThat(Arrays.stream(RefusalCode.values()).map(RefusalCode::detail)).doesNotHaveDuplicates();
    }

    @Test
    void final_answers_are_remembered_and_passing_ones_are_not() {
        assertThat(List.of(
                        RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED,
                        RefusalCode.CONFIRMATION_NEEDED,
                        RefusalCode.PAYMENT_DECLINED,
                        RefusalCode.Q_MARK))
                .allMatch(RefusalCode::remembered);
        assertThat(Arrays.stream(RefusalCode.values()).filter(code -> code.status() != 404 && code.status() != 422))
                .isNotEmpty()
                .noneMatch(RefusalCode::remembered);
    }

    @Test
    void a_key_used_for_another_request_keeps_that_ones_answer() {
        assertThat(RefusalCode.IDEMPOTENCY_KEY_REUSED.remembered()).isFalse();
    }
}
