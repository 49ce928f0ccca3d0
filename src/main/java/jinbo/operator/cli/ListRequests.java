package jinbo.operator.cli;

import java.time.Instant;
import java.util.List;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Request;
import jinbo.participant.staff.RequestNumbers;
import jinbo.participant.staff.Requests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code confirm list}: what waits for a second person. */
@Command(name = "list")
final class ListRequests implements Task {

    private static final int MOST = 1000;

    @Option(names = "--all")
    private boolean all;

    @Override
    public Duty duty() {
        return Duty.LOOK;
    }

    @Override
    public Answer answer(Installation installation) {
        installation
                .get(RequestNumbers.class)
                .removeEnded(installation.standing().actor());
        Requests requests = installation.get(Requests.class);
        List<Request> shown = all ? requests.newest(MOST) : requests.findPending();
        return new RequestList(shown.stream()
                .map(request -> Line.of(request, installation.now()))
                .toList());
    }

    /**
     * A request.
     *
     * @param request its number
     * @param command as it was typed
     * @param duty what it asks of both
     * @param requestedBy who asked for it
     * @param requestedAt when
     * @param expiresAt until when it can be confirmed
     * @param state how it stands
     */
    record Line(
            long request,
            String command,
            Duty duty,
            PersonName requestedBy,
            Instant requestedAt,
            Instant expiresAt,
            Request.State state) {
        static Line of(Request request, Instant now) {
            return new Line(
                    request.id(),
                    request.commandLine(),
                    request.duty(),
                    request.requestedBy(),
                    request.requestedAt(),
                    request.expiresAt(),
                    request.state(now));
        }
    }

    /**
     * The answer.
     *
     * @param requests in order of their numbers, or all from the newest
     */
    record RequestList(List<Line> requests) implements Answer {
        @Override
        public void tell(Page page) {
            if (requests.isEmpty()) {
                page.say("requests.none");
                return;
            }
            page.table(
                    "request state requested_by requested_at expires_at command",
                    requests,
                    line -> Page.cells(
                            Long.toString(line.request),
                            line.state,
                            line.requestedBy,
                            line.requestedAt,
                            line.expiresAt,
                            line.command));
            page.blank();
            page.say("requests.decide");
        }
    }
}
