package uk.vehicleregister.query.disclosure;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.disclosure.DisclosureKind;

/// Does something as if within a citizen's request for who looked.
public final class InARequest {

    private InARequest() {}

    public static <T> T ofACitizen(Supplier<T> work) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, new MockHttpServletResponse()));
        Jwt token = Jwt.withTokenValue("token")
                .header("alg", "none")
                .issuer("http://issuer.example")
                .subject("somebody")
                .build();
        SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(token, List.of()));
        try {
            new Looker(Role.CITIZEN, DisclosureKind.DISCLOSURES, StatedPurpose.of(request, Role.CITIZEN))
                    .comesWith(request);
            return work.get();
        } finally {
            RequestContextHolder.resetRequestAttributes();
            SecurityContextHolder.clearContext();
        }
    }
}
