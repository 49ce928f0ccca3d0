package jinbo.batch.validation;

import java.io.IOException;
import java.util.function.Consumer;
import jinbo.exchange.format.Finding;

/**
 * Takes what an upload turns into, in the order of its rows. Nothing of it counts unless the judgement is
 * {@link UploadValidationResult.Complete}: whoever implements this must be able to forget it all.
 */
public interface RowSink<R> {

    void accepted(R row) throws IOException;

    /** A row that is not; what is wrong with it follows. */
    default void refusedRow() throws IOException {}

    void found(Finding finding) throws IOException;

    static <R> RowSink<R> of(Consumer<R> accepted, Consumer<Finding> found) {
        return new RowSink<>() {
            @Override
            public void accepted(R row) {
                accepted.accept(row);
            }

            @Override
            public void found(Finding finding) {
                found.accept(finding);
            }
        };
    }
}
