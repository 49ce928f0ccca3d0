package jinbo.participant.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/** Marks a component with methods that carry out operations. The bean is created when one is first called. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface OperationHandlers {

    /** Marks a method that gets an operation and a person, and throws if the person may not give or confirm it. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface ChecksPerson {}

    /** Marks a method that adds values to an operation that both people must see, because they may change meanwhile. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Enriches {}
}
