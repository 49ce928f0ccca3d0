/**
 * Decisions about insurers come in: lines of business, certificates, agreements, drop, sales units, succession. How each
 * insurer stands now, and stood at any earlier time, goes out. It knows nothing of files, jobs or the registry; every area
 * above may call it.
 */
@NamedInterface("insurer")
@NullMarked
package jinbo.participant.insurer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
