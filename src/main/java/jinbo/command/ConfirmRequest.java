package jinbo.command;

import java.util.List;
import java.util.Optional;
import jinbo.mobile.PhoneDigits;
import jinbo.person.Duty;
import jinbo.person.PersonName;
import jinbo.person.Request;
import jinbo.person.RequestFiles;
import jinbo.person.RequestState;
import jinbo.person.Requests;
import jinbo.person.SecondPerson;
import jinbo.person.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code confirm}: the second person's word; what was asked for is carried out as it is stored, once. */
@Command(
        name = "confirm",
        subcommands = {ListRequests.class, ShowRequest.class, RefuseRequest.class})
final class ConfirmRequest implements Task {

    @Parameters(paramLabel = "ID", descriptionKey = "ID", arity = "0..1")
    private Optional<Long> id = Optional.empty();

    @Override
    public void check() {
        if (id.isEmpty()) {
            throw new WrongUse("wrong.confirm");
        }
    }

    @Override
    public Duty duty() {
        return Duty.CONFIRM;
    }

    @Override
    public Answer answer(Installation installation) throws Exception {
        Requests requests = installation.get(Requests.class);
        Request request = requests.get(id.orElseThrow());
        TakesTwo task = new StoredCommand(installation.get(RequestFiles.class)).of(request);
        Standing standing = installation.get(SecondPerson.class).confirm(request.id(), installation.claim());
        installation.actOn(standing);
        try {
            Answer answer = new CarryOut(installation).of(task, withoutReason(request), request.reason());
            requests.conclude(
                    request, answer.complete() ? RequestState.DONE : RequestState.INCOMPLETE, Optional.empty());
            return new CarriedOut(
                    request.id(),
                    request.inWords(),
                    request.requestedBy(),
                    standing.actor().confirmedBy().orElseThrow(),
                    answer);
        } catch (Exception e) {
            Failure failure = Failure.of(e, installation.home());
            requests.conclude(
                    request,
                    RequestState.FAILED,
                    Optional.of(failure.error() + ": " + PhoneDigits.masked(failure.message())));
            throw e;
        }
    }

    private static String withoutReason(Request request) {
        List<String> words = request.words().stream()
                .filter(word -> !word.startsWith(TypedWords.REASON + "="))
                .toList();
        return "request " + request.id() + ": " + String.join(" ", words);
    }

    /**
     * The answer.
     *
     * @param request its number
     * @param command as it was typed
     * @param requestedBy who asked for it
     * @param confirmedBy who confirmed it
     * @param answer that of the command
     */
    record CarriedOut(long request, String command, PersonName requestedBy, String confirmedBy, Answer answer)
            implements Answer {
        @Override
        public boolean complete() {
            return answer.complete();
        }

        @Override
        public void tell(Page page) {
            page.say("request.carried-out", Long.toString(request), requestedBy, confirmedBy, command);
            page.blank();
            answer.tell(page);
        }
    }
}
