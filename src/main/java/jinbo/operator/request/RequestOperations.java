package jinbo.operator.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.operator.UsageError;
import jinbo.participant.operation.ConfirmationService;
import jinbo.participant.operation.Incomplete;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationNumber;
import jinbo.participant.operation.OperationService;
import jinbo.participant.operation.Outline;
import jinbo.participant.operation.Reason;
import jinbo.participant.operation.Typed;
import jinbo.participant.operation.UseCase;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Request;

/** What can be asked about requests, which wait for a second person. */
public sealed interface RequestOperations extends Operation
        permits RequestOperations.ConfirmRequest,
                RequestOperations.ListRequests,
                RequestOperations.ShowRequest,
                RequestOperations.RefuseRequest {

    /**
     * What another person has asked for is carried out as it is stored, once.
     *
     * @param number that it is about, as the second person knows it
     */
    @UseCase(name = "confirm", duty = Duty.CONFIRM, inProcess = true)
    record ConfirmRequest(@Typed(operand = true) Optional<Long> id, Optional<OperationNumber> number)
            implements RequestOperations {

        /** @throws InvalidOperationException if no request is named */
        public ConfirmRequest {
            if (id.isEmpty()) {
                throw new InvalidOperationException(UsageError.REQUEST_MISSING);
            }
        }
    }

    /** What waits for a second person; or the newest of all that ever did. */
    @UseCase(name = "confirm list", duty = Duty.LOOK)
    record ListRequests(boolean all) implements RequestOperations {}

    /** What a request would do, made from what is stored. */
    @UseCase(name = "confirm show", duty = Duty.LOOK)
    record ShowRequest(@Typed(operand = true) long id) implements RequestOperations {}

    /** A request is not carried out; its author withdraws it in the same way. */
    @UseCase(name = "confirm refuse", duty = Duty.REFUSE_REQUESTS)
    record RefuseRequest(
            @Typed(operand = true) long id,
            @Typed(description = "why") Reason reason) implements RequestOperations {}

    /**
     * All that is recorded about a request.
     *
     * @param command as it would be typed
     * @param would what it would do, while it waits
     * @param files the files named in it, whose bytes are kept
     * @param decidedBy who confirmed or refused it
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

    /**
     * A request that a second person has confirmed.
     *
     * @param command as it would be typed
     * @param answer the result of what was asked for
     */
    record CarriedOut(long request, String command, PersonName requestedBy, String confirmedBy, Object answer)
            implements Incomplete {

        /** What a second person's confirmation has brought about. */
        public static CarriedOut of(ConfirmationService.Confirmed confirmed) {
            Request request = confirmed.request();
            return new CarriedOut(
                    request.id(),
                    request.commandLine(),
                    request.requestedBy(),
                    confirmed.confirmedBy().value(),
                    confirmed.result());
        }

        @Override
        public boolean complete() {
            return Incomplete.isComplete(answer);
        }
    }
}
