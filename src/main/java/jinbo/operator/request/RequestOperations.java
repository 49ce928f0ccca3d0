package jinbo.operator.request;

import java.util.Optional;
import jinbo.operator.UsageError;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationNumber;
import jinbo.participant.operation.Reason;
import jinbo.participant.operation.Typed;
import jinbo.participant.operation.UseCase;
import jinbo.participant.staff.Duty;

/** What can be asked about requests, which wait for a second person. */
public sealed interface RequestOperations extends Operation
        permits RequestOperations.ConfirmRequest,
                RequestOperations.ListRequests,
                RequestOperations.ShowRequest,
                RequestOperations.RefuseRequest {

    /**
     * What another person has asked for is carried out as it is stored, once.
     *
     * @param id of the request
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

    /**
     * What waits for a second person; or the newest of all that ever did.
     *
     * @param all whether all
     */
    @UseCase(name = "confirm list", duty = Duty.LOOK)
    record ListRequests(boolean all) implements RequestOperations {}

    /**
     * What a request would do, made from what is stored.
     *
     * @param id of the request
     */
    @UseCase(name = "confirm show", duty = Duty.LOOK)
    record ShowRequest(@Typed(operand = true) long id) implements RequestOperations {}

    /**
     * A request is not carried out; its author withdraws it in the same way.
     *
     * @param id of the request
     * @param reason why
     */
    @UseCase(name = "confirm refuse", duty = Duty.REFUSE_REQUESTS)
    record RefuseRequest(
            @Typed(operand = true) long id,
            @Typed(description = "why") Reason reason) implements RequestOperations {}
}
