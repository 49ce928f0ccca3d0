package jinbo.participant.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a value is given on the command line, if that differs from what its name and type imply. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Typed {

    /** The label of the value in help, for example {@code CODE}. */
    String label() default "";

    /** True for a positional parameter; otherwise it is an option with the name of the component. */
    boolean operand() default false;

    /** True if at least one value of a list must be given. */
    boolean required() default false;

    /** True if the command prompts for the value of an option that is given without one. */
    boolean asked() default false;

    /** Names of options: if none of them is given, the command prompts for this value, which has no option itself. */
    String[] askedUnless() default {};

    /** The key of the description, if it is neither the name of the option nor the label. */
    String description() default "";

    /** The default value, as it is typed. */
    String otherwise() default "";
}
