package jinbo.participant.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Carries an operation out. The method of a component takes the operation and, if it likes, the {@link
 * jinbo.accesslog.Actor} by whose decision it is done; what it gives back is the result, a record.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Handles {}
