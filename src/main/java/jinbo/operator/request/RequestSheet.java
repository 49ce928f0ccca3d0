package jinbo.operator.request;

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
 * @param command as it would be typed
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
public record RequestSheet(
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
        Optional<String> detail) {

    /** What was stored for a second person, as a sheet; any other result as it is. */
    public static Object ifStored(Object result) {
        return result instanceof OperationService.Requested stored
                ? of(
                        stored.request(),
                        Optional.of(stored.would()),
                        stored.request().requestedAt())
                : result;
    }

    static RequestSheet of(Request request, Optional<Outline> would, Instant now) {
        return new RequestSheet(
                request.id(),
                request.commandLine(),
                would,
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
}
