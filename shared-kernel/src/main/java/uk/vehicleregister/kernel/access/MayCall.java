package uk.vehicleregister.kernel.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says on an endpoint who may call it. One that does not carry it is refused to everybody (design.md 12).
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayCall {

    /// The roles of which the caller must have one.
    Role[] value() default {};

    /// Open to callers without a token.
    boolean anybody() default false;
}
