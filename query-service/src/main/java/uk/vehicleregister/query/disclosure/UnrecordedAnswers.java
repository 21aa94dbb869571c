package uk.vehicleregister.query.disclosure;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// The last guard: what an endpoint that [Discloses] has not recorded is not written.
@ControllerAdvice
class UnrecordedAnswers implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter endpoint, Class<? extends HttpMessageConverter<?>> converter) {
        return endpoint.hasMethodAnnotation(Discloses.class);
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter endpoint,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body != null && !Looker.isRecorded())
            throw new IllegalStateException("an answer that discloses was not recorded: "
                    + endpoint.getExecutable().getName());
        return body;
    }
}
