/**
 * Proofs of identity and requests that take two people come in; whether a person may act, and which request is
 * confirmed, goes out. It keeps the words that were typed and the files that were named, and does not know what a
 * command does. {@code operator} calls it, and {@code erase-ended} removes expired requests.
 */
@NamedInterface("staff")
@NullMarked
package jinbo.participant.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
