package jinbo.operator.cli;

import java.util.List;
import jinbo.batch.Remark;

/** Writes what a run has to say about insurers, under a heading, if it has anything to say. */
final class TellRemarks {

    private TellRemarks() {}

    static void on(Page page, String headingKey, List<Remark> remarks) {
        if (!remarks.isEmpty()) {
            page.blank();
            page.say(headingKey);
            remarks.forEach(remark -> page.print("  " + remark.insurer() + ": " + remark.what()));
        }
    }
}
