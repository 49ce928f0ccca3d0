/**
 * What follows from upheld cases: a ladder of steps, which is data with dates, says who has earned which sanction by which cases; two
 * people impose it, and it ends by itself.
 */
@NamedInterface("sanction")
@NullMarked
package jinbo.cases.sanction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
