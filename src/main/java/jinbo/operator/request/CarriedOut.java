package jinbo.operator.request;

import jinbo.participant.operation.ConfirmationService;
import jinbo.participant.operation.Incomplete;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Request;

/**
 * A request that a second person has confirmed.
 *
 * @param request its number
 * @param command as it would be typed
 * @param requestedBy who asked for it
 * @param confirmedBy who confirmed it
 * @param answer the result of what was asked for
 */
public record CarriedOut(long request, String command, PersonName requestedBy, String confirmedBy, Object answer)
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
