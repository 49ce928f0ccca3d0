package jinbo.participant.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler method that checks, beyond the role, whether a person may be one of the two; called for both of them.
 * It takes the operation and the {@link jinbo.participant.staff.PersonName}, and throws if the person may not.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ChecksPerson {}
