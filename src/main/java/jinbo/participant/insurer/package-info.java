/**
 * Records decisions about insurers, and answers how an insurer participates now or participated at any past time. It
 * does not depend on files, jobs or the registry. All areas above may call it.
 */
@NamedInterface("insurer")
@NullMarked
package jinbo.participant.insurer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
