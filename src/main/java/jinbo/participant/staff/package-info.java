/**
 * Verifies identities and decides whether a person may act, and manages requests for a second person with their words
 * and files. It does not know what an operation does. {@code operator} calls it, and {@code erase-ended} removes
 * expired requests.
 */
@NamedInterface("staff")
@NullMarked
package jinbo.participant.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
