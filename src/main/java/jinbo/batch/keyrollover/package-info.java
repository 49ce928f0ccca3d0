/**
 * Announcing: a next certificate of our own, and what is said against an old one, go to every insurer through its drop, once each.
 */
@NamedInterface("keyrollover")
@NullMarked
package jinbo.batch.keyrollover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
