package jinbo.participant.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what an operation that takes two people would do, as an {@link Outline}, and fails if it could not be done. The method of
 * a component takes the operation; it is asked before the operation is stored, and whenever the second person looks at it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Previews {}
