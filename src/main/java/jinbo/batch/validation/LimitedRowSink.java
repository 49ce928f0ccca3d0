package jinbo.batch.validation;

import java.io.IOException;
import jinbo.exchange.format.Finding;

/**
 * Passes the first rows of an upload on, with what is wrong with them, and nothing of those after them: for an upload
 * that will not be ingested as it is once it has more.
 */
public final class LimitedRowSink<R> implements RowSink<R> {

    private final RowSink<R> sink;
    private final long most;
    private long rows;

    /** @param most how many rows are passed on, sound ones or not */
    public LimitedRowSink(RowSink<R> sink, long most) {
        this.sink = sink;
        this.most = most;
    }

    /** Whether there were more, so that the sink has not seen all. */
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
