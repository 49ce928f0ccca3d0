package jinbo.participant.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares how a value of an operation is typed on the command line, if its name and type do not imply that. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Typed {

    /** The label of the value in help, for example {@code CODE}. */
    String label() default "";

    /** True for a positional parameter; otherwise the value is an option with the name of the record component. */
    boolean operand() default false;

    /** True if at least one value of a list must be given. */
    boolean required() default false;

    /** True if the command prompts for the value when the option is typed without a value. */
    boolean asked() default false;

    /** Options that can be typed instead: if none is, the command prompts for this value, which has no own option. */
    String[] askedUnless() default {};

    /** The key of the description in help, if it is neither the name of the option nor the label. */
    String description() default "";

    /** The default value, as it would be typed. */
    String otherwise() default "";
}
