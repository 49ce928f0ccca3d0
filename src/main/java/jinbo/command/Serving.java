package jinbo.command;

import java.util.List;
import java.util.Optional;
import jinbo.monitoring.MonitoringPort;
import jinbo.schedule.UpcomingRun;

/**
 * That {@code serve} has begun.
 *
 * @param node the name of this process
 * @param monitoring where its health and metrics are told; empty if they are not
 * @param taken where they were to be told and cannot, if so
 * @param upcoming the runs that are planned
 */
record Serving(String node, Optional<String> monitoring, Optional<String> taken, List<UpcomingSheet> upcoming)
        implements Answer {

    static Serving of(String node, MonitoringPort port, List<UpcomingRun> upcoming) {
        return new Serving(
                node,
                port instanceof MonitoringPort.Open open ? Optional.of(open.url()) : Optional.empty(),
                port instanceof MonitoringPort.Taken taken
                        ? Optional.of(taken.address() + ":" + taken.port())
                        : Optional.empty(),
                upcoming.stream().map(UpcomingSheet::of).toList());
    }

    @Override
    public void tell(Page page) {
        page.say("serve.begun", node);
        monitoring.ifPresent(url -> page.say("serve.monitoring", url));
        taken.ifPresent(address -> page.say("serve.monitoring.taken", address));
        page.blank();
        UpcomingSheet.tell(page, upcoming);
    }
}
