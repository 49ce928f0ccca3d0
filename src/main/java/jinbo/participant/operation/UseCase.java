package jinbo.participant.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jinbo.participant.staff.Duty;

/** Declares a record as an operation: its name, version, duty, and where it runs. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface UseCase {

    /** The words of the command, separated by blanks, for example {@code held release}. */
    String name();

    /** Must be incremented when a stored operation of the earlier version would get another meaning. */
    int version() default 1;

    Duty duty();

    /** True if it needs the key or terminal of the person who gives it, and so must run in that person's process. */
    boolean inProcess() default false;
}
