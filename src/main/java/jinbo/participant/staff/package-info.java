/**
 * Decides whether a person may act, and manages requests for a second person. It does not know what an operation does.
 * {@code operator} calls it, and {@code erase-ended} removes expired requests.
 */
@NamedInterface("staff")
@NullMarked
package jinbo.participant.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
