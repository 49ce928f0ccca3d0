/**
 * Judges what insurers send: the text of an upload becomes rows, and each row something to take in or a finding with its
 * place and reason; a message without rows is sound or not. Knows nothing of SFTP, OpenPGP, the database or Spring Batch: it
 * reads a stream of clear text once and hands on what it finds. Its place among the packages is guarded by
 * {@code jinbo.BoundariesTest}.
 */
@ApplicationModule(allowedDependencies = {"exchange", "mobile", "insurer", "cases"})
@NullMarked
package jinbo.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
