package uk.vehicleregister.command.payment.govukpay;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// @param url where the API is, `https` but for a stand-in on this machine
/// @param apiKey of a GOV.UK Pay service that takes payments for this register and for nothing else
/// @param timeout for one call, from the first byte to the last; 5 seconds when not given
public record GovukPaySettings(
        @Nullable URI url,
        @Nullable String apiKey,
        @Nullable Duration timeout) {

    private static final URI PUBLIC_API = URI.create("https://publicapi.payments.service.gov.uk");

    public GovukPaySettings {
        url = url == null ? PUBLIC_API : url;
        timeout = timeout == null ? Duration.ofSeconds(5) : timeout;
        boolean here = "localhost".equals(url.getHost()) || "127.0.0.1".equals(url.getHost());
        if (!"https".equals(url.getScheme()) && !here) {
            throw new IllegalArgumentException("register.payments.govuk-pay.url must be https: the key goes over it");
        }
    }

    @Override
    public String toString() {
        return "GovukPaySettings[" + url + ", ***]";
    }
}
