package jinbo.batch.validation;

import java.io.IOException;
import java.util.function.Consumer;
import jinbo.exchange.format.Finding;

/** Receives valid rows and findings, to be discarded unless the result is {@link UploadValidationResult.Complete}. */
public interface RowSink<R> {

    void accepted(R row) throws IOException;

    /** Reports a refused row; its findings follow. */
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

    /** Passes on only the first rows and their findings, for an upload that is held if it has more. */
    public final class LimitedRowSink<R> implements RowSink<R> {

        private final RowSink<R> sink;
        private final long most;
        private long rows;

        /** @param most how many rows are passed on, valid or not */
        public LimitedRowSink(RowSink<R> sink, long most) {
            this.sink = sink;
            this.most = most;
        }

        /** True if the upload had more rows than were passed on. */
        public boolean hasMore() {
            return rows > most;
        }

        @Override
        public void accepted(R row) throws IOException {
            rows++;
            if (!hasMore()) {
                sink.accepted(row);
            }
        }

        @Override
        public void refusedRow() throws IOException {
            rows++;
            if (!hasMore()) {
                sink.refusedRow();
            }
        }

        @Override
        public void found(Finding finding) throws IOException {
            if (!hasMore()) {
                sink.found(finding);
            }
        }
    }
}
