package uk.vehicleregister.command.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;

/// The description of this service at `/v3/api-docs`. A request's fields come from the form that reads them, the
/// callers from the annotation that lets them in.
@Configuration
class ApiDescription {

    @Bean
    OpenApiCustomizer wholeService() {
        return api -> {
            api.info(new Info().title("Vehicle Register, commands").version("v1"));
            api.setServers(null);
            api.getComponents()
                    .addSecuritySchemes(
                            "bearer",
                            new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
            sortPaths(api);
        };
    }

    @Bean
    OperationCustomizer eachOperation() {
        return ApiDescription::describe;
    }

    private static Operation describe(Operation operation, HandlerMethod method) {
        MayCall mayCall = Objects.requireNonNull(method.getMethodAnnotation(MayCall.class));
        String callers = Arrays.stream(mayCall.value()).map(Role::claim).collect(Collectors.joining(", "));
        boolean bulk = method.hasMethodAnnotation(BulkLoad.class);
        boolean batch = isBatch(method);
        operation
                .operationId(null)
                .tags(List.of("commands"))
                .description("May be called by: " + callers)
                .parameters(bulk ? List.of() : List.of(key()))
                .requestBody(new RequestBody().required(true).content(json(schemaOf(method))))
                .responses(answers(bulk ? "200" : batch ? "202" : "201"))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
        return operation;
    }

    private static boolean isBatch(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == BatchRequest.class);
    }

    private static Schema<?> batch() {
        Schema<?> row = new ObjectSchema()
                .addProperty("command", new StringSchema())
                .addProperty("body", new ObjectSchema())
                .required(List.of("command", "body"));
        return new ObjectSchema()
                .addProperty(
                        BatchRows.ITEMS,
                        new ArraySchema().items(row).minItems(1).maxItems(BatchRows.MOST_ROWS))
                .required(List.of(BatchRows.ITEMS));
    }

    private static Schema<?> schemaOf(HandlerMethod method) {
        if (isBatch(method)) {
            return batch();
        }
        Object endpoint = method.createWithResolvedBean().getBean();
        return endpoint instanceof Form<?> form ? Fields.shapeOf(form).schema() : new ObjectSchema();
    }

    private static Parameter key() {
        return new Parameter()
                .in("header")
                .name(RequestReader.KEY_HEADER)
                .required(true)
                .schema(new StringSchema().minLength(1).maxLength(64));
    }

    private static ApiResponses answers(String done) {
        ApiResponses answers = new ApiResponses();
        answers.addApiResponse(done, new ApiResponse().description("Recorded").content(json(new ObjectSchema())));
        if (done.equals("201")) {
            answers.addApiResponse(
                    "202",
                    new ApiResponse()
                            .description("Taken in; it waits for a registrar")
                            .content(json(new ObjectSchema())));
        }
        List.of("400", "401", "403", "404", "409", "422", "423", "429", "503")
                .forEach(status -> answers.addApiResponse(
                        status,
                        new ApiResponse()
                                .description("A problem document (RFC 9457) with a code")
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType().schema(new ObjectSchema())))));
        return answers;
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(schema));
    }

    private static void sortPaths(OpenAPI api) {
        io.swagger.v3.oas.models.Paths sorted = new io.swagger.v3.oas.models.Paths();
        api.getPaths().entrySet().stream()
                .sorted(java.util.Map.Entry.<String, PathItem>comparingByKey())
                .forEach(path -> sorted.addPathItem(path.getKey(), path.getValue()));
        api.setPaths(sorted);
    }
}
