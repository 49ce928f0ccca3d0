package jinbo.batch.validation;

import java.io.IOException;
import jinbo.exchange.format.Finding;

/** Passes on only the first rows and their findings, for an upload that is held if it has more. */
public final class LimitedRowSink<R> implements RowSink<R> {

    private final RowSink<R> sink;
    private final long most;
    private long rows;

    /** @param most number of rows, valid or not */
    public LimitedRowSink(RowSink<R> sink, long most) {
        this.sink = sink;
        this.most = most;
    }

    /** Whether the upload had more rows than were passed on. */
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
