package jinbo.operator.console;

import java.util.List;
import jinbo.participant.staff.Person;
import jinbo.participant.staff.Request;
import jinbo.participant.staff.Requests;

/** The requests that somebody can confirm, as the second person. */
record PendingRequests(Requests requests) {

    List<Request> of(Person person) {
        return requests.findPending().stream()
                .filter(request -> request.decision().isEmpty()
                        && !request.requestedBy().equals(person.name())
                        && request.duty().roles().contains(person.role()))
                .toList();
    }
}
