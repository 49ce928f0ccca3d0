package jinbo.command;

import java.util.List;
import jinbo.insurer.InsurerCode;

/**
 * Something about an insurer, in words.
 *
 * @param insurer the insurer
 * @param what what is the matter and what to do
 */
record Remark(InsurerCode insurer, String what) {

    static void tell(Page page, String headingKey, List<Remark> remarks) {
        if (!remarks.isEmpty()) {
            page.blank();
            page.say(headingKey);
            remarks.forEach(remark -> page.print("  " + remark.insurer() + ": " + remark.what()));
        }
    }
}
