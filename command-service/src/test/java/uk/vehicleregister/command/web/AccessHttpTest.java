package uk.vehicleregister.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.map;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;

class AccessHttpTest {

    private final RunningService service = RunningService.shared();

    static Stream<Arguments> rights() {
        Set<Role> applicants = EnumSet.of(Role.CITIZEN, Role.DEALER);
        return Stream.of(
                Arguments.of("/v1/keeper-changes", applicants),
                Arguments.of("/v1/disposals", applicants),
                Arguments.of("/v1/acquisitions", EnumSet.of(Role.DEALER)),
                Arguments.of("/v1/retentions", applicants),
                Arguments.of("/v1/assignments", applicants),
                Arguments.of("/v1/scrappings", EnumSet.of(Role.CITIZEN, Role.DEALER, Role.TREATMENT_FACILITY)),
                Arguments.of("/v1/exports", applicants),
                Arguments.of("/v1/keeper-deaths", applicants),
                Arguments.of("/v1/keeper-details", applicants),
                Arguments.of("/v1/v5c-replacements", applicants),
                Arguments.of("/v1/mark-transfers", applicants),
                Arguments.of("/v1/entitlements", applicants),
                Arguments.of("/v1/entitlement-extensions", applicants),
                Arguments.of("/v1/entitlement-surrenders", applicants),
                Arguments.of("/v1/entitlement-nominations", applicants),
                Arguments.of("/v1/vehicles", EnumSet.of(Role.REGISTRAR)),
                Arguments.of("/v1/imports", EnumSet.of(Role.REGISTRAR)),
                Arguments.of("/v1/markers", EnumSet.of(Role.REGISTRAR)),
                Arguments.of("/v1/sorn-declarations", applicants),
                Arguments.of("/v1/tax-payments", EnumSet.of(Role.OPERATOR)),
                Arguments.of("/v1/mot-results", EnumSet.of(Role.OPERATOR)),
                Arguments.of("/v1/corrections", EnumSet.of(Role.REGISTRAR)));
    }

    @ParameterizedTest
    @MethodSource("rights")
    void only_those_named_in_the_contract_may_call(String path, Set<Role> allowed) {
        for (Role role : Role.values()) {
            Answer answer = service.post(path, role, map());
            assertThat(answer.status()).as(path + " as " + role).isEqualTo(allowed.contains(role) ? 400 : 403);
            assertThat(answer.code()).isEqualTo(allowed.contains(role) ? "INVALID_REQUEST" : "FORBIDDEN");
        }
    }

    @Test
    void every_mapped_endpoint_of_ours_says_who_may_call_it() {
        List<HandlerMethod> ours = service
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .values()
                .stream()
                .filter(OnlyWhoMayCall::isOurs)
                .toList();
        assertThat(ours).hasSizeGreaterThanOrEqualTo(8);
        assertThat(ours).allSatisfy(method -> {
            MayCall mayCall = method.getMethodAnnotation(MayCall.class);
            assertThat(mayCall).as(method.toString()).isNotNull();
            assertThat(mayCall.anybody() || mayCall.value().length > 0).isTrue();
        });
    }

    @Test
    void all_other_mapped_paths_are_the_frameworks_own() {
        Set<String> paths = service
                .context()
                .getBeansOfType(org.springframework.web.servlet.handler.AbstractHandlerMethodMapping.class)
                .values()
                .stream()
                .flatMap(mapping -> ((Map<?, HandlerMethod>) mapping.getHandlerMethods()).entrySet().stream())
                .filter(entry -> !OnlyWhoMayCall.isOurs(entry.getValue()))
                .map(entry -> entry.getKey().toString())
                .collect(java.util.stream.Collectors.toSet());
        assertThat(paths)
                .isNotEmpty()
                .allMatch(
                        path -> path.contains("/actuator") || path.contains("/v3/api-docs") || path.contains("/error"));
    }

    @Test
    void without_a_good_token_nobody_gets_in() {
        MockOAuth2Server issuer = RunningService.issuer();
        Map<String, Object> citizen = Map.of("roles", List.of("citizen"));
        String expired = issuer.issueToken("register", "ann", "vehicle-register", citizen, -60)
                .serialize();
        String foreign = issuer.issueToken("elsewhere", "ann", "vehicle-register", citizen)
                .serialize();
        String otherAudience =
                issuer.issueToken("register", "ann", "library", citizen).serialize();
        String good = service.token("ann", Role.CITIZEN);
        String forged = good.substring(0, good.lastIndexOf('.') + 1) + "c2lnbmVkIGJ5IG5vYm9keQ";
        for (String token : Arrays.asList("", "nonsense", expired, foreign, otherAudience, forged)) {
            Answer answer = service.postAs("/v1/keeper-changes", token, "key", "{}");
            assertThat(answer.status()).as(token).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("UNAUTHORISED");
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
        assertThat(service.postAs("/v1/keeper-changes", good, "key", "{}").status())
                .isEqualTo(400);
    }

    @Test
    void unknown_words_among_the_roles_give_no_right() {
        String token = RunningService.issuer()
                .issueToken("register", "ann", "vehicle-register", Map.of("roles", List.of("owner", "admin")))
                .serialize();
        assertThat(service.postAs("/v1/keeper-changes", token, "key", "{}").status())
                .isEqualTo(403);
    }
}
