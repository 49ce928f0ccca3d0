package jinbo.operator.request;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.operator.request.RequestOperations.CarriedOut;
import jinbo.operator.request.RequestOperations.ConfirmRequest;
import jinbo.operator.request.RequestOperations.ListRequests;
import jinbo.operator.request.RequestOperations.RefuseRequest;
import jinbo.operator.request.RequestOperations.RequestSheet;
import jinbo.operator.request.RequestOperations.ShowRequest;
import jinbo.participant.operation.ConfirmationService;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.OperationHandlers;
import jinbo.participant.operation.OperationNumber;
import jinbo.participant.operation.Outline;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.IdentityClaim;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Request;
import jinbo.participant.staff.RequestNumbers;
import jinbo.participant.staff.Requests;
import jinbo.participant.staff.SecondPerson;

/** Carries out the {@link RequestOperations}. */
@OperationHandlers
record RequestHandlers(
        Requests requests,
        RequestNumbers numbers,
        SecondPerson secondPerson,
        ConfirmationService confirmation,
        Clock clock) {

    private static final int MOST = 1000;

    /** @param requests the pending requests in order of their ids; or all requests, the newest first */
    record RequestList(List<Line> requests) {}

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

    @Handles
    RequestList list(ListRequests input) {
        numbers.removeEnded(Actor.batch());
        List<Request> shown = input.all() ? requests.newest(MOST) : requests.findPending();
        return new RequestList(
                shown.stream().map(request -> Line.of(request, clock.instant())).toList());
    }

    @Handles
    RequestSheet show(ShowRequest input) throws Exception {
        Request request = requests.get(input.id());
        boolean canBeConfirmed = request.state(clock.instant()) == Request.State.OPEN
                && request.operation().isPresent();
        Optional<Outline> would = canBeConfirmed ? Optional.of(confirmation.preview(request)) : Optional.empty();
        return RequestSheet.of(request, would, clock.instant());
    }

    @Handles
    CarriedOut confirm(ConfirmRequest input, Actor by, IdentityClaim claim) throws Exception {
        numbers.removeEnded(by);
        return CarriedOut.of(
                confirmation.confirm(input.id().orElseThrow(), input.number().map(OperationNumber::mobile), claim));
    }

    @Handles
    RequestSheet refuse(RefuseRequest input, Actor by, IdentityClaim claim) {
        Request refused = secondPerson.refuse(input.id(), input.reason().text(), claim);
        numbers.removeEnded(by);
        return RequestSheet.of(refused, Optional.empty(), clock.instant());
    }
}
