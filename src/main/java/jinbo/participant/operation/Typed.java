package jinbo.participant.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a value is typed on a command line, where that does not follow from its name and type. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Typed {

    /** What help calls a value: {@code CODE}. */
    String label() default "";

    /** Whether it stands by itself; else it is the option that is named after the component. */
    boolean operand() default false;

    /** Whether one at least has to be typed, where there can be several. */
    boolean required() default false;

    /** Whether an option that is typed without a value is asked for. */
    boolean asked() default false;

    /** Names of options: where none of them is typed, this value is asked for, and it is typed nowhere. */
    String[] askedUnless() default {};

    /** Under which key its description stands, where the name of the option or the label is none. */
    String description() default "";

    /** What counts where it is not typed. */
    String otherwise() default "";
}
