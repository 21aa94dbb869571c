package uk.vehicleregister.query.customer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// A bucket for each key, in this process: with several instances a customer has the rate on each. The shared limiter,
/// which leases blocks from PostgreSQL to these buckets (design.md 12), takes its place later.
@Component
public class Rates {

    private record Allowance(String keyHash, int perSecond) {}

    private final Cache<Allowance, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    /// 0 when the call may go ahead, else the seconds after which one may, at least 1.
    public int secondsToWait(Customer customer) {
        ConsumptionProbe probe = buckets.get(new Allowance(customer.keyHash(), customer.perSecond()), Rates::bucket)
                .tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) return 0;
        return Math.toIntExact(1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()));
    }

    private static Bucket bucket(Allowance allowance) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(allowance.perSecond())
                        .refillGreedy(allowance.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
