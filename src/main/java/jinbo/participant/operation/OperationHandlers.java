package jinbo.participant.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/** Marks a component with handler methods. The bean is created when one of them is first called. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface OperationHandlers {

    /**
     * Marks a handler method that checks, beyond the role, whether a person may be one of the two; called for both of
     * them. It takes the operation and the {@link jinbo.participant.staff.PersonName}, and throws if not.
     */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface ChecksPerson {}

    /**
     * Marks a handler method that adds to an operation what both people must see, if that could change between them. It
     * takes the operation and the actor, and returns the operation that is stored.
     */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Enriches {}
}
