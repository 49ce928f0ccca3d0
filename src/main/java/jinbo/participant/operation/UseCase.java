package jinbo.participant.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jinbo.participant.staff.Duty;

@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface UseCase {

    /** The words of the command, separated by blanks, for example {@code held release}. */
    String name();

    /** Incremented if a stored operation of an earlier version would have another meaning. */
    int version() default 1;

    Duty duty();

    /** True if it needs the key or terminal of the person who asks, and so runs in that person's process. */
    boolean inProcess() default false;
}
