package uk.vehicleregister.query.vehicleenquiry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.query.customer.Customer;
import uk.vehicleregister.query.customer.Customers;
import uk.vehicleregister.query.customer.Rates;
import uk.vehicleregister.query.web.Fault;
import uk.vehicleregister.query.web.Faults;

/// What the gateway does before the enquiry: the customer's key, then their rate. The body has not been read yet.
@Configuration(proxyBeanMethods = false)
class ApiKeyGate implements HandlerInterceptor, WebMvcConfigurer {

    /// After the common gate, before the one that waits for a position.
    private static final int ORDER = 2;

    static final String KEY = "x-api-key";

    private static final String CORRELATION = "X-Correlation-Id";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private final Customers customers;
    private final Rates rates;
    private final Faults faults;

    ApiKeyGate(Customers customers, Rates rates, Faults faults) {
        this.customers = customers;
        this.rates = rates;
        this.faults = faults;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(VehicleEnquiryForm.PATHS + "**")
                .order(ORDER);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        correlate(request, response);
        String key = request.getHeader(KEY);
        Optional<Customer> customer = key == null ? Optional.empty() : customers.holding(key);
        if (customer.isEmpty()) {
            faults.tell(Fault.of(RefusalCode.FORBIDDEN), request, response);
            return false;
        }
        int wait = rates.secondsToWait(customer.get());
        if (wait > 0) faults.tell(Fault.of(RefusalCode.TOO_MANY_REQUESTS).retryAfter(wait), request, response);
        return wait == 0;
    }

    static void correlate(HttpServletRequest request, HttpServletResponse response) {
        String correlation = request.getHeader(CORRELATION);
        if (correlation != null && WELL_FORMED.matcher(correlation).matches())
            response.setHeader(CORRELATION, correlation);
    }
}
