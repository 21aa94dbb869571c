package uk.vehicleregister.query.wholooked;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.query.web.Page;

/// Finds looks at a vehicle's record, oldest first.
@Component
class Looks {

    /// @param actor pseudonym of who looked
    /// @param notToldBefore the day before which the keeper did not see it
    @Schema(name = "Look")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Look(
            long position,
            Instant recordedAt,
            UUID transactionId,
            String kind,
            String purpose,
            @Nullable String reference,
            String role,
            String actor,
            @Nullable String registrationMark,
            @Nullable String asked,
            @Nullable LocalDate notToldBefore) {}

    /// @param next what to ask on with as `after`; absent at the end
    @Schema(name = "DisclosuresAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(List<Look> disclosures, @Nullable Long next) {}

    /// Which of a vehicle's looks somebody may see: those after a position, and of those to be told later the
    /// ones whose day has come.
    ///
    /// @param today null: whether or not it has come
    record Visible(VehicleId vehicle, long since, @Nullable LocalDate today) {}

    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    private static final String SELECT = """
            select position, recorded_at, transaction_id, kind, purpose, reference, role, actor, registration_mark,
                   asked, not_told_before
              from disclosure
             where vehicle_id = ? and position > ? and (not_told_before is null or not_told_before <= ?)
             order by position limit ?""";

    private final JdbcClient database;

    Looks(JdbcClient database) {
        this.database = database;
    }

    Answer page(Visible visible, Page page) {
        List<Look> found = find(visible, Math.max(visible.since(), page.after()), page.limit() + 1);
        if (found.size() <= page.limit()) return new Answer(found, null);
        List<Look> shown = found.subList(0, page.limit());
        return new Answer(shown, shown.getLast().position());
    }

    Optional<Look> at(Visible visible, long position) {
        return find(visible, Math.max(visible.since(), position - 1), 1).stream()
                .filter(look -> look.position() == position)
                .findFirst();
    }

    private List<Look> find(Visible visible, long after, int limit) {
        LocalDate today = visible.today() == null ? END_OF_TIME : visible.today();
        return database.sql(SELECT)
                .params(visible.vehicle().text(), after, today, limit)
                .query(Look.class)
                .list();
    }
}
