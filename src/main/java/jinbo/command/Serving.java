package jinbo.command;

import java.util.List;
import jinbo.schedule.UpcomingRun;

/**
 * That {@code serve} has begun.
 *
 * @param node the name of this process
 * @param upcoming the runs that are planned
 */
record Serving(String node, List<UpcomingSheet> upcoming) implements Answer {

    static Serving of(String node, List<UpcomingRun> upcoming) {
        return new Serving(node, upcoming.stream().map(UpcomingSheet::of).toList());
    }

    @Override
    public void tell(Page page) {
        page.say("serve.begun", node);
        page.blank();
        UpcomingSheet.tell(page, upcoming);
    }
}
