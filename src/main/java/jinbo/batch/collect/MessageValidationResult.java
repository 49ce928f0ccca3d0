package jinbo.batch.collect;

import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;

/**
 * What reading a message of an insurer's, which has no rows, came to.
 *
 * @param <M> what the message says
 */
public sealed interface MessageValidationResult<M> {

    /** The message is sound as far as it alone can tell: whether there is what it speaks of, is for others to say. */
    record Valid<M>(M message) implements MessageValidationResult<M> {}

    /**
     * The message is answered with {@link FindingCode#CONTENT_INVALID}.
     *
     * @param detail for operators: the place and what is wrong there, without anything of the content
     */
    record Invalid<M>(String detail) implements MessageValidationResult<M> {

        /** For receipt and outcome. */
        public Finding finding() {
            return Finding.ofFile(FindingCode.CONTENT_INVALID);
        }
    }
}
