/**
 * Collects the evidence about one call, with sources and access log proofs, and proposes a ruling; people decide. Only
 * the operations on cases in {@code operator.cases} may call this package.
 */
@NamedInterface("evidence")
@NullMarked
package jinbo.cases.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
