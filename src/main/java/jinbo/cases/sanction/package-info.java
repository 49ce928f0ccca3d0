/**
 * Sanctions: an insurer or a salesperson with enough upheld cases must stop calls for some time. Dated ladders set the
 * steps. Two people impose or lift a sanction; else it ends on its last day. {@code settle-cases} and {@code operator}
 * may call this package.
 */
@NamedInterface("sanction")
@NullMarked
package jinbo.cases.sanction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
