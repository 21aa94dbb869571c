package uk.vehicleregister.query.disclosure;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.vehicleregister.kernel.disclosure.DisclosurePurpose;

/// The headers of a purpose in the published description, where something is disclosed.
@Configuration(proxyBeanMethods = false)
class PublishedPurpose {

    @Bean
    OperationCustomizer purposeOfLooks() {
        return (operation, method) -> {
            if (!method.hasMethodAnnotation(Discloses.class)) return operation;
            StringSchema words = new StringSchema();
            Arrays.stream(DisclosurePurpose.values()).forEach(word -> words.addEnumItem(word.name()));
            return operation
                    .addParametersItem(new HeaderParameter()
                            .name(StatedPurpose.PURPOSE)
                            .description("what the look is for; it is recorded before the answer leaves")
                            .schema(words))
                    .addParametersItem(new HeaderParameter()
                            .name(StatedPurpose.REFERENCE)
                            .description("the file it is for; the keeper reads it")
                            .schema(new StringSchema()));
        };
    }
}
