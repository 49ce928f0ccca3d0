/**
 * The job {@code settle-cases}: cases and rulings come in; files that ask insurers about cases and notify them of
 * rulings and sanctions go out, and cases that nobody can appeal any more are closed. What a case is, is decided in
 * {@code cases}. Schedule and command line may call it.
 */
@NamedInterface("settle")
@NullMarked
package jinbo.batch.settle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
