package jinbo.operator.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.participant.operation.OperationService;
import jinbo.participant.operation.Outline;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Request;

/**
 * All that is recorded about a request.
 *
 * @param request its number
 * @param command as it was typed
 * @param would what it would do, while it waits
 * @param duty what it asks of both people
 * @param files the files named in it, whose bytes are kept
 * @param reason why it was asked for
 * @param requestedBy who asked for it
 * @param requestedAt when
 * @param expiresAt until when it can be confirmed
 * @param state how it stands
 * @param decidedBy who confirmed or refused it
 * @param decidedAt when
 * @param decisionReason why it was refused
 * @param detail what went wrong when it was carried out
 */
record RequestSheet(
        long request,
        String command,
        Optional<Outline> would,
        Duty duty,
        List<Request.StoredFile> files,
        Optional<String> reason,
        PersonName requestedBy,
        Instant requestedAt,
        Instant expiresAt,
        Request.State state,
        Optional<PersonName> decidedBy,
        Optional<Instant> decidedAt,
        Optional<String> decisionReason,
        Optional<String> detail)
        implements Answer {

    /** What was stored for a second person, as a sheet; any other result as it is. */
    static Object ifStored(Object result, Instant now) {
        return result instanceof OperationService.Requested stored
                ? recorded(stored.request(), stored.would(), now)
                : result;
    }

    static RequestSheet recorded(Request request, Outline outline, Instant now) {
        return shown(request, Optional.of(outline), now);
    }

    static RequestSheet shown(Request request, Optional<Outline> outline, Instant now) {
        return new RequestSheet(
                request.id(),
                request.commandLine(),
                outline,
                request.duty(),
                request.files(),
                request.reason(),
                request.requestedBy(),
                request.requestedAt(),
                request.expiresAt(),
                request.state(now),
                request.decision().map(Request.Decision::by),
                request.decision().map(Request.Decision::at),
                request.decision().flatMap(Request.Decision::reason),
                request.result().flatMap(Request.Result::detail));
    }

    @Override
    public void tell(Page page) {
        page.fields(
                "request",
                Long.toString(request),
                "command",
                command,
                "reason",
                Page.orNothing(reason),
                "requested_by",
                requestedBy.value(),
                "requested_at",
                Page.time(requestedAt),
                "expires_at",
                Page.time(expiresAt),
                "state",
                state.name());
        for (Request.StoredFile file : files) {
            page.say("request.file", file.name(), file.size(), file.sha256());
        }
        decidedBy.ifPresent(who -> page.fields(
                "decided_by",
                who.value(),
                "decided_at",
                Page.orNothing(decidedAt),
                "reason",
                Page.orNothing(decisionReason),
                "outcome",
                Page.orNothing(detail)));
        page.blank();
        would.ifPresent(outline -> page.print(page.texts().of(outline)));
        page.say("request." + state, Long.toString(request));
    }
}
