/**
 * People of the association with their roles, what they may do, and requests for a second person. It does not depend on
 * what an operation does.
 */
@NamedInterface("staff")
@NullMarked
package jinbo.participant.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
