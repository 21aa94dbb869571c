package uk.vehicleregister.kernel.licensing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.KeeperDied;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.MotFailed;
import uk.vehicleregister.kernel.event.MotPassed;
import uk.vehicleregister.kernel.event.PaperFact;
import uk.vehicleregister.kernel.event.SornDeclared;
import uk.vehicleregister.kernel.event.TaxPaid;
import uk.vehicleregister.kernel.event.TaxRefundDue;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.TaxOrSorn;

/// A vehicle's tax, SORN and MOT. Tax never passes with a sale; a SORN holds until the vehicle is taxed, sold, exported
/// or scrapped (domain.md 1.1, 1.2). Where nothing has been fed, nothing is known.
///
/// @param taxed the days that are paid for, oldest first; no two overlap
/// @param taxEndedOn the last day of tax that was last cut off by a sale, a SORN or the like, so that tax of which
///     no day is left is not taken for tax that was never told of
/// @param sornFrom the first day of the SORN in force, or to come
/// @param offRoadSince the first day of the unbroken SORN, over changes of keeper that declared it on at once
/// @param sornEndedOn the day on which the last SORN ended by a sale or the like
/// @param motFed whether any test was told of
/// @param motExpiresOn the last day of the latest pass
@JsonIgnoreProperties(ignoreUnknown = true)
public record Licensing(
        List<TaxPeriod> taxed,
        @Nullable LocalDate taxEndedOn,
        @Nullable LocalDate sornFrom,
        @Nullable LocalDate offRoadSince,
        @Nullable LocalDate sornEndedOn,
        boolean motFed,
        @Nullable LocalDate motExpiresOn) {

    public static final Licensing UNKNOWN = new Licensing(List.of(), null, null, null, null, false, null);

    /// A SORN may have lasted less than this (domain.md 1.4); on the day five years after its first it is too long.
    static final int YEARS_OFF_ROAD = 5;

    /// Both days are covered.
    public record TaxPeriod(LocalDate from, LocalDate until) {

        boolean covers(LocalDate date) {
            return !date.isBefore(from) && !date.isAfter(until);
        }

        private Stream<TaxPeriod> without(TaxPeriod other) {
            return Stream.of(
                            new TaxPeriod(from, earlier(until, other.from().minusDays(1))),
                            new TaxPeriod(later(other.until().plusDays(1), from), until))
                    .filter(period -> !period.from().isAfter(period.until()));
        }
    }

    /// The words of the enquiry contract (domain.md 3.1).
    public enum TaxStatus {
        NOT_TAXED_FOR_ON_ROAD_USE("Not Taxed for on Road Use"),
        SORN("SORN"),
        TAXED("Taxed"),
        UNTAXED("Untaxed");

        private final String words;

        TaxStatus(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Licensing {
        taxed = List.copyOf(taxed);
    }

    public Licensing after(VehicleFact fact) {
        return switch (fact) {
            case LicensingFact f -> afterLicensing(f);
            case KeepershipFact f -> afterKeepership(f);
            case MarkerFact f -> afterMarker(f);
            case VehicleRegistered _, DetailsCorrected _, VehicleMarkFact _, PaperFact _ -> this;
        };
    }

    private Licensing afterLicensing(LicensingFact fact) {
        return switch (fact) {
            case TaxPaid f -> taxedFor(new TaxPeriod(f.from(), f.until()));
            case SornDeclared f -> sornFrom(f.from());
            case MotPassed f ->
                new Licensing(
                        taxed,
                        taxEndedOn,
                        sornFrom,
                        offRoadSince,
                        sornEndedOn,
                        true,
                        later(motExpiresOn, f.expiresOn()));
            case MotFailed _ ->
                new Licensing(taxed, taxEndedOn, sornFrom, offRoadSince, sornEndedOn, true, motExpiresOn);
            case TaxRefundDue _ -> this;
        };
    }

    private Licensing afterKeepership(KeepershipFact fact) {
        return switch (fact) {
            case KeeperChanged f -> endedOn(f.dateOfSale());
            case DisposedToTrade f -> endedOn(f.dateOfSale());
            case AcquiredFromTrade f -> {
                Licensing ended = endedOn(f.dateOfSale());
                yield f.taxOrSorn() == TaxOrSorn.SORN ? ended.sornFrom(f.dateOfSale()) : ended;
            }
            case KeeperDied f -> endedOn(f.dateOfDeath());
            case KeeperDetailsChanged _, KeeperCorrected _, KeeperChangeReversed _ -> this;
        };
    }

    private Licensing afterMarker(MarkerFact fact) {
        boolean ends = fact.stands() && (fact.marker() == Marker.EXPORTED || fact.marker() == Marker.SCRAPPED);
        return ends ? endedOn(fact.effectiveOn()) : this;
    }

    /// A payment overrides what was known of its days, and ends a SORN that began before it ends.
    private Licensing taxedFor(TaxPeriod paid) {
        Stream<TaxPeriod> kept = taxed.stream().flatMap(known -> known.without(paid));
        List<TaxPeriod> periods = Stream.concat(kept, Stream.of(paid))
                .sorted(Comparator.comparing(TaxPeriod::from))
                .toList();
        boolean endsSorn = sornFrom != null && !sornFrom.isAfter(paid.until());
        return endsSorn
                ? new Licensing(periods, taxEndedOn, null, null, null, motFed, motExpiresOn)
                : new Licensing(periods, taxEndedOn, sornFrom, offRoadSince, sornEndedOn, motFed, motExpiresOn);
    }

    private Licensing sornFrom(LocalDate from) {
        boolean goesOn = sornFrom != null || sornEndedOn != null && !from.isAfter(sornEndedOn.plusDays(1));
        LocalDate since = goesOn && offRoadSince != null ? earlier(offRoadSince, from) : from;
        LocalDate eve = from.minusDays(1);
        return new Licensing(cut(eve), taxEndedBy(eve), from, since, null, motFed, motExpiresOn);
    }

    /// The day of a sale is the last that its seller's tax covers. A SORN ends; declared anew by the next day it is
    /// unbroken.
    private Licensing endedOn(LocalDate date) {
        boolean endsSorn = sornFrom != null && !sornFrom.isAfter(date);
        return new Licensing(
                cut(date),
                taxEndedBy(date),
                endsSorn ? null : sornFrom,
                offRoadSince,
                endsSorn ? date : sornEndedOn,
                motFed,
                motExpiresOn);
    }

    private List<TaxPeriod> cut(LocalDate last) {
        return taxed.stream()
                .filter(period -> !period.from().isAfter(last))
                .map(period -> new TaxPeriod(period.from(), earlier(period.until(), last)))
                .toList();
    }

    private @Nullable LocalDate taxEndedBy(LocalDate last) {
        return taxed.isEmpty() ? taxEndedOn : last;
    }

    /// Whether tax or SORN was ever told of.
    public boolean taxFed() {
        return !taxed.isEmpty() || taxEndedOn != null || sornFrom != null || offRoadSince != null;
    }

    public boolean taxedOn(LocalDate date) {
        return taxed.stream().anyMatch(period -> period.covers(date));
    }

    /// Taxed, or on an unbroken SORN of less than five years; and where nothing was fed, nothing is held against it
    /// (domain.md 1.4, 2.4).
    public boolean allowsMarkChange(LocalDate today) {
        if (!taxFed() || taxedOn(today)) return true;
        return sornOn(today) && offRoadSince != null && today.isBefore(offRoadSince.plusYears(YEARS_OFF_ROAD));
    }

    public boolean sornOn(LocalDate date) {
        return sornFrom != null && !date.isBefore(sornFrom) && !taxedOn(date);
    }

    /// Whether a SORN is in force on that day or to come by then, so that there is nothing left to declare.
    public boolean sornDeclaredBy(LocalDate date) {
        return sornFrom != null && !sornFrom.isAfter(date);
    }

    public Optional<TaxStatus> taxStatus(LocalDate today) {
        if (!taxFed()) return Optional.empty();
        if (taxedOn(today)) return Optional.of(TaxStatus.TAXED);
        return Optional.of(sornOn(today) ? TaxStatus.SORN : TaxStatus.UNTAXED);
    }

    /// The last day that is paid for without a gap from today, or before today where today is not; absent under a SORN.
    public Optional<LocalDate> taxDueDate(LocalDate today) {
        if (sornOn(today)) return Optional.empty();
        LocalDate due = null;
        for (TaxPeriod period : taxed) {
            boolean begun = !period.from().isAfter(today);
            boolean goesOn =
                    due != null && !due.isBefore(today) && period.from().equals(due.plusDays(1));
            if (begun || goesOn) due = period.until();
        }
        return Optional.ofNullable(due);
    }

    public boolean motValidOn(LocalDate date) {
        return motExpiresOn != null && !motExpiresOn.isBefore(date);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(@Nullable LocalDate one, LocalDate other) {
        return one != null && one.isAfter(other) ? one : other;
    }
}
