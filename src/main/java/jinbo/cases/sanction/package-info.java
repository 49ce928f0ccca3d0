/**
 * Sanctions that follow from upheld cases by ladders: lists of steps that apply to calls from a given day on. Two
 * people impose or lift a sanction; a sanction with a duration ends by itself. {@code settle-cases} and
 * {@code operator} may call this package.
 */
@NamedInterface("sanction")
@NullMarked
package jinbo.cases.sanction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
