package jinbo.batch.validation;

import java.io.IOException;
import java.util.function.Consumer;
import jinbo.exchange.format.Finding;

/**
 * Receives rows in order. They count only with {@link UploadValidationResult.Complete} and must be discarded otherwise.
 */
public interface RowSink<R> {

    void accepted(R row) throws IOException;

    /** A refused row; its findings follow. */
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
