package jinbo.operator.cli;

import java.util.List;
import jinbo.operator.upload.BrokenSum;

/** Writes which rules do not hold for what a run has touched, if any. */
final class TellBrokenSums {

    private TellBrokenSums() {}

    static void on(Page page, List<BrokenSum> sums) {
        if (sums.isEmpty()) {
            return;
        }
        page.blank();
        page.say("run.differs");
        for (BrokenSum sum : sums) {
            page.print("  " + sum.rule().in(page.texts().language().locale()));
            sum.examples().forEach(example -> page.print("    " + example));
        }
    }
}
