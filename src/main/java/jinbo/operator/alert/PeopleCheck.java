package jinbo.operator.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.operator.alert.Alert.Code;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.staff.FourEyes;
import jinbo.participant.staff.Request;
import jinbo.participant.staff.Requests;
import org.springframework.stereotype.Component;

/** Looks whether decisions are taken by two people once they matter to others, and which of them wait for the second one. */
@Component
record PeopleCheck(FourEyes fourEyes, Requests requests, Insurers insurers) implements ExchangeCheck {

    @Override
    public Subject subject() {
        return Subject.PEOPLE;
    }

    @Override
    public List<Alert> find() {
        List<Alert> found = new ArrayList<>();
        if (!fourEyes.areRequired()) {
            if (insurers.all().stream().anyMatch(PeopleCheck::isRemote)) {
                found.add(new Alert(Code.FOUR_EYES_OFF, Optional.empty(), Optional.empty()));
            }
        } else if (fourEyes.hasTooFewPeople()) {
            found.add(new Alert(Code.PEOPLE_LACKING, Optional.empty(), Optional.empty()));
        }
        List<Request> waiting = requests.findPending();
        if (!waiting.isEmpty()) {
            String numbers =
                    waiting.stream().map(request -> Long.toString(request.id())).collect(Collectors.joining(", "));
            found.add(new Alert(Code.REQUESTS_WAIT, Optional.empty(), Optional.of(numbers)));
        }
        return found;
    }

    private static boolean isRemote(Insurer insurer) {
        return insurer.isActive() && insurer.drop() instanceof DropLocation.Remote;
    }
}
