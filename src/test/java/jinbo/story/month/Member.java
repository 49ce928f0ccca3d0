package jinbo.story.month;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An insurer that takes part.
 *
 * @param code its code
 * @param life whether it sells life insurance
 * @param trouble what is the matter with it
 * @param certificateEnds the day in whose course its certificate ends, if it does
 */
record Member(String code, boolean life, InsurerProblem trouble, Optional<LocalDate> certificateEnds) {}
