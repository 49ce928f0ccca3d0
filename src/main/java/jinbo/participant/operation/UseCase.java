package jinbo.participant.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jinbo.participant.staff.Duty;

/** What is fixed about an operation, whatever its values are. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface UseCase {

    /** The words of the command, separated by blanks, for example {@code held release}. */
    String name();

    /** Counted up when a stored operation of before would no longer mean the same. */
    int version() default 1;

    Duty duty();

    /**
     * Whether the process of the person who asks carries it out, also where another one serves the home: it needs that person's key
     * or terminal.
     */
    boolean inProcess() default false;
}
