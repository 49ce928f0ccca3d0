/** Authorization of people, and requests for a second person; it does not know what an operation does. */
@NamedInterface("staff")
@NullMarked
package jinbo.participant.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
