package uk.vehicleregister.query.web;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;

/// The gates in their order, and JSON read strictly: a field given twice is a fault.
@Configuration(proxyBeanMethods = false)
class Web implements WebMvcConfigurer {

    static final int GATE = 1;
    static final int POSITION = 3;

    private final Gate gate;
    private final PositionGate position;

    Web(Gate gate, PositionGate position) {
        this.gate = gate;
        this.position = position;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate).order(GATE);
        registry.addInterceptor(position).excludePathPatterns("/error").order(POSITION);
    }

    @Bean
    static JsonMapperBuilderCustomizer strictJson() {
        return json -> json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }
}
