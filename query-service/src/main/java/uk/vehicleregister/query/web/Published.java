package uk.vehicleregister.query.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;

/// The published description of the API, at /v3/api-docs: what the code says, with who may call what.
@Configuration(proxyBeanMethods = false)
class Published {

    private static final String BEARER = "bearer";

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Vehicle register: enquiries")
                        .version("1")
                        .description("What is known of vehicles and registration marks."))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")));
    }

    @Bean
    OperationCustomizer whoMayCall() {
        return (operation, method) -> {
            operation.addParametersItem(new HeaderParameter()
                    .name("If-Position-At-Least")
                    .description("answer when the read model has come this far, or 503 after 5 seconds")
                    .schema(new IntegerSchema().format("int64")));
            MayCall rule = method.getMethodAnnotation(MayCall.class);
            if (rule != null && rule.value().length > 0) {
                operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
                operation.setDescription("May be called by: " + roles(method));
            }
            return operation;
        };
    }

    private static String roles(HandlerMethod method) {
        MayCall rule = method.getMethodAnnotation(MayCall.class);
        return rule == null
                ? ""
                : String.join(", ", Arrays.stream(rule.value()).map(Role::claim).toList());
    }
}
