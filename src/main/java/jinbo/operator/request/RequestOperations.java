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

/** The operations of a second person on requests ({@code confirm ...}). */
public sealed interface RequestOperations extends Operation
        permits RequestOperations.ConfirmRequest,
                RequestOperations.ListRequests,
                RequestOperations.ShowRequest,
                RequestOperations.RefuseRequest {

    /**
     * Confirms another person's request and executes it, at most once.
     *
     * @param number the phone number that the request is about, as the second person enters it
     */
    @UseCase(name = "confirm", duty = Duty.CONFIRM, inProcess = true)
    record ConfirmRequest(@Typed(operand = true) Optional<Long> id, Optional<OperationNumber> number)
            implements RequestOperations {

        /** @throws InvalidOperationException if no request id is given */
        public ConfirmRequest {
            if (id.isEmpty()) {
                throw new InvalidOperationException(UsageError.REQUEST_MISSING);
            }
        }
    }

    @UseCase(name = "confirm list", duty = Duty.LOOK)
    record ListRequests(boolean all) implements RequestOperations {}

    @UseCase(name = "confirm show", duty = Duty.LOOK)
    record ShowRequest(@Typed(operand = true) long id) implements RequestOperations {}

    @UseCase(name = "confirm refuse", duty = Duty.REFUSE_REQUESTS)
    record RefuseRequest(
            @Typed(operand = true) long id,
            @Typed(description = "why") Reason reason) implements RequestOperations {}

    /**
     * A request as it is shown.
     *
     * @param would what the execution would do, while the request is open
     * @param detail why the execution failed
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

        /** Converts a stored request to a sheet; returns other results unchanged. */
        public static Object sheetIfStored(Object result) {
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

    record CarriedOut(long request, String command, PersonName requestedBy, String confirmedBy, Object answer)
            implements Incomplete {

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
