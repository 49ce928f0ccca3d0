package jinbo.operator.report;

import java.io.IOException;
import jinbo.accesslog.AccessCount;

/** A form that a report is written in, count by count, so that it may be of any length. */
interface ReportWriter {

    void begin(ReportHeader head) throws IOException;

    /** Counts come in order of insurers, those of no insurer last. */
    void add(AccessCount count) throws IOException;

    void end(AccessReport.Totals totals) throws IOException;
}
