package jinbo.reference.business;

import java.time.LocalDate;
import jinbo.platform.error.CodedException;

public final class LineException extends CodedException {

    public LineException(LineError error, Object... facts) {
        super(error, facts);
    }

    public static LineException notOpen(BusinessLine line, LocalDate day) {
        return line.closedOn()
                .map(closed ->
                        new LineException(LineError.LINE_NOT_OPEN_ANY_MORE, line.code(), day, line.since(), closed))
                .orElseGet(() -> new LineException(LineError.LINE_NOT_OPEN, line.code(), day, line.since()));
    }
}
