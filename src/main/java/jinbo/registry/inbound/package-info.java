/**
 * Records each received file from the fetch to its last answer: verdicts, findings, answers, and what is unfinished,
 * held or refused. It stores no phone numbers. {@code batch}, {@code cases}, {@code demo} and {@code operator} may call
 * it.
 */
@NamedInterface("inbound")
@NullMarked
package jinbo.registry.inbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
