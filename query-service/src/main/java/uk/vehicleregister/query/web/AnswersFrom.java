package uk.vehicleregister.query.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names the projection an endpoint answers from: its position goes into `Register-Position`, and it is the one
/// `If-Position-At-Least` waits for. Without it: all projections.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnswersFrom {
    String value();
}
