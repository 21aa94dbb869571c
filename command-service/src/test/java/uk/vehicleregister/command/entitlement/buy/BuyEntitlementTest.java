package uk.vehicleregister.command.entitlement.buy;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.refusal.RefusalCode.MARK_NOT_AVAILABLE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.vehicleregister.command.Given.Then;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.kernel.event.EntitlementBought;
import uk.vehicleregister.kernel.event.EntitlementLapsed;
import uk.vehicleregister.kernel.event.EntitlementSurrendered;
import uk.vehicleregister.kernel.event.FeePurpose;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.MarkReplaced;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.sealing.SealedParty;

class BuyEntitlementTest {

    private static final SealedParty PURCHASER = new SealedParty(sealed("purchaser"));
    private static final SealedParty NOMINEE = new SealedParty(sealed("nominee"));

    @Test
    void a_mark_that_was_never_issued_is_bought_for_ten_years() {
        buy(PERSONAL_MARK, true)
                .thenRecorded(new EntitlementBought(
                        PERSONAL_MARK, credential(), PURCHASER, NOMINEE, TODAY, TODAY.plusYears(10)));
    }

    @Test
    void it_costs_250_pounds() {
        Then due = buy(PERSONAL_MARK, false);
        due.thenFeeIsDue(250_00);
        assertThat(((Decision.PaymentDue) due.decision()).purpose()).isEqualTo(FeePurpose.ENTITLEMENT);
    }

    @Test
    void a_mark_that_has_any_history_is_not_for_sale_and_nobody_is_asked_to_pay() {
        for (MarkFact once : List.<MarkFact>of(
                new MarkIssued(PERSONAL_MARK, VEHICLE, TODAY),
                new MarkReplaced(PERSONAL_MARK, VEHICLE, TODAY),
                new EntitlementBought(PERSONAL_MARK, credential(), PURCHASER, null, TODAY, TODAY),
                new EntitlementSurrendered(PERSONAL_MARK, credential(), 80_00, TODAY, TODAY),
                new EntitlementLapsed(PERSONAL_MARK, TODAY))) {
            buy(PERSONAL_MARK, false, once).thenRefused(MARK_NOT_AVAILABLE);
            buy(PERSONAL_MARK, true, once).thenRefused(MARK_NOT_AVAILABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AB01 CDE", "IQ51 ZZZ", "U123 ABC", "A0"})
    void a_mark_that_no_letter_rule_allows_is_not_for_sale(String text) {
        buy(mark(text), false).thenRefused(MARK_NOT_AVAILABLE);
    }

    @Test
    void a_q_mark_is_not_for_sale() {
        buy(Q_MARK, false).thenRefused(MARK_NOT_AVAILABLE);
    }

    private static Then buy(RegistrationMark mark, boolean paid, MarkFact... ofMark) {
        var command = new BuyEntitlement(mark, purchaser(), nominee());
        var papers = new BuyEntitlementDecider.Papers(credential(), PURCHASER, NOMINEE);
        return new Then(BuyEntitlementDecider.decide(command, List.of(ofMark), paid, () -> papers, TODAY));
    }
}
