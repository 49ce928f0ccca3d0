package jinbo.participant.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes sure that a person may be one of the two, beyond what its role says; asked of both. The method of a component takes the
 * operation and the {@link jinbo.participant.staff.PersonName}, and throws what keeps that person from it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ChecksPerson {}
