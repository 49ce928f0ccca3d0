/**
 * The record of each file that was received, from its fetching to its last answer: verdicts, findings and answers come
 * in, and what is unfinished, held or refused goes out. It holds no phone number. {@code batch}, {@code cases},
 * {@code demo} and {@code operator} may call it.
 */
@NamedInterface("inbound")
@NullMarked
package jinbo.registry.inbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
