/**
 * Who takes part: insurers with their sector, certificates, agreements and drop, how they stood over time and who succeeds them, and
 * the sales units that call for them. Knows nothing of files, jobs or the
 * registry.
 */
@NamedInterface("insurer")
@NullMarked
package jinbo.participant.insurer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
