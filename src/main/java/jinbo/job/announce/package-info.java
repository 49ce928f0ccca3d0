/**
 * Announcing: a next certificate of our own, and what is said against an old one, go to every insurer through its drop, once each.
 */
@NamedInterface("announce")
@NullMarked
package jinbo.job.announce;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
