package uk.vehicleregister.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.query.RunningService;

/// Over all mapped endpoints, so that a new one is judged too.
class EveryEndpointTest {

    private final RunningService service = RunningService.shared();

    @Test
    void declares_who_may_call_it() {
        assertThat(methods()).isNotEmpty().allSatisfy(method -> {
            MayCall rule = method.getMethodAnnotation(MayCall.class);
            assertThat(rule).as(method.getShortLogMessage()).isNotNull();
            assertThat(rule.anybody() || rule.value().length > 0)
                    .as(method.getShortLogMessage())
                    .isTrue();
        });
    }

    @Test
    void that_is_open_to_anybody_is_listed_here() {
        assertThat(methods()
                        .filter(method ->
                                method.getMethodAnnotation(MayCall.class).anybody())
                        .map(method -> method.getMethod().getDeclaringClass().getSimpleName()))
                .containsExactlyInAnyOrder(
                        "VehicleEnquiryEndpoint",
                        "PositionsEndpoint",
                        "LogEndpoint",
                        "LogEndpoint",
                        "LogEndpoint",
                        "ErrorEndpoint");
    }

    @Test
    void is_closed_to_everybody_else_before_the_body_is_read() {
        Map<String, Set<Role>> guarded = new TreeMap<>();
        methods().forEach(method -> {
            MayCall rule = method.getMethodAnnotation(MayCall.class);
            PostMapping post = method.getMethodAnnotation(PostMapping.class);
            if (!rule.anybody() && post != null) guarded.put(post.value()[0], Set.of(rule.value()));
        });
        assertThat(guarded).hasSizeGreaterThan(5).containsEntry("/v1/documents/search", Set.of(Role.REGISTRAR));
        guarded.forEach((path, roles) -> {
            assertThat(service.post(path, "{").status()).as(path).isEqualTo(401);
            for (Role other : Role.values()) {
                int status = service.post(path, "{", "Authorization", "Bearer " + service.token(other.claim()))
                        .status();
                assertThat(status).as(path + " as " + other).isEqualTo(roles.contains(other) ? 400 : 403);
            }
        });
    }

    @Test
    void that_is_only_read_is_closed_to_everybody_else_too() {
        Map<String, Set<Role>> guarded = new TreeMap<>();
        methods().forEach(method -> {
            MayCall rule = method.getMethodAnnotation(MayCall.class);
            GetMapping get = method.getMethodAnnotation(GetMapping.class);
            if (!rule.anybody() && get != null)
                guarded.put(get.value()[0].replaceAll("\\{.*}", "999999999"), Set.of(rule.value()));
        });
        assertThat(guarded).containsEntry("/v1/documents/999999999", Set.of(Role.REGISTRAR));
        guarded.forEach((path, roles) -> {
            assertThat(service.get(path).status()).as(path).isEqualTo(401);
            for (Role other : Role.values()) {
                int status = service.get(path, "Authorization", "Bearer " + service.token(other.claim()))
                        .status();
                if (roles.contains(other))
                    assertThat(status).as(path + " as " + other).isNotIn(401, 403);
                else assertThat(status).as(path + " as " + other).isEqualTo(403);
            }
        });
    }

    @Test
    void of_the_actuator_is_health_or_metrics() {
        assertThat(mappings()
                        .filter(EveryEndpointTest::isActuator)
                        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                        .flatMap(info -> info.getPatternValues().stream()))
                .isNotEmpty()
                .allMatch(path -> path.startsWith("/actuator/health") || path.equals("/actuator/prometheus"));
    }

    private static boolean isActuator(RequestMappingInfoHandlerMapping mapping) {
        return mapping.getClass().getPackageName().contains("actuate");
    }

    private Stream<RequestMappingInfoHandlerMapping> mappings() {
        return service.beans(RequestMappingInfoHandlerMapping.class);
    }

    private Stream<HandlerMethod> methods() {
        return mappings()
                .filter(mapping -> !isActuator(mapping))
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(method -> !Gate.isPublished(method));
    }

    /// The gate itself refuses what declares nothing, should this test ever be left out.
    @Test
    void without_a_declaration_is_refused() throws Exception {
        class Forgetful {
            @SuppressWarnings("unused")
            public void endpoint() {}
        }
        HandlerMethod forgotten = new HandlerMethod(new Forgetful(), Forgetful.class.getMethod("endpoint"));
        var response = new org.springframework.mock.web.MockHttpServletResponse();
        boolean passed = service.bean(Gate.class)
                .preHandle(new org.springframework.mock.web.MockHttpServletRequest(), response, forgotten);

        assertThat(passed).isFalse();
        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(Arrays.asList(response.getContentType())).isEqualTo(List.of("application/problem+json"));
    }
}
