package uk.vehicleregister.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void the_claims_are_the_contracts_personas() {
        assertThat(Arrays.stream(Role.values()).map(Role::claim))
                .containsExactly(
                        "citizen", "dealer", "registrar", "auditor", "enquirer", "operator", "treatment-facility");
    }

    @Test
    void a_claim_leads_to_its_role() {
        for (Role role : Role.values()) assertThat(Role.of(role.claim())).contains(role);
    }

    @Test
    void an_unknown_claim_gives_nothing() {
        assertThat(Role.of("admin")).isEmpty();
        assertThat(Role.of("CITIZEN")).isEmpty();
        assertThat(Role.of("")).isEmpty();
    }

    @Test
    void an_endpoint_is_open_to_nobody_unless_it_says_so() throws NoSuchMethodException {
        assertThat(MayCall.class.getMethod("value").getDefaultValue()).isEqualTo(new Role[0]);
        assertThat(MayCall.class.getMethod("anybody").getDefaultValue()).isEqualTo(false);
    }
}
