/**
 * Who acts for the association, in which role, confirmed by whom: people and the proof of who somebody is, what each role
 * may do, and requests that wait for a second person's word. Must not know what a command does; it keeps the words that
 * were typed and the files that were named, and says who may have them carried out.
 */
@NamedInterface("staff")
@NullMarked
package jinbo.participant.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
