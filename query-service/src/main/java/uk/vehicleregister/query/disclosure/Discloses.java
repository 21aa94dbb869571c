package uk.vehicleregister.query.disclosure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.vehicleregister.kernel.disclosure.DisclosureKind;

/// Says on an endpoint what it shows of a record. It then takes the headers of [StatedPurpose], and must call
/// [Disclosures#record] before it answers: an answer of such an endpoint that was not recorded is not sent.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Discloses {
    DisclosureKind value();
}
