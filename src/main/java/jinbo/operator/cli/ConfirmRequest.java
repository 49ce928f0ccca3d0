package jinbo.operator.cli;

import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.participant.operation.Incomplete;
import jinbo.participant.operation.OperationService;
import jinbo.participant.staff.CheckedCopies;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Request;
import jinbo.participant.staff.RequestFiles;
import jinbo.participant.staff.RequestNumbers;
import jinbo.participant.staff.Requests;
import jinbo.participant.staff.SecondPerson;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.PhoneDigits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code confirm}: the second person's confirmation; what was asked for is carried out as it is stored, once. */
@Command(
        name = "confirm",
        subcommands = {ListRequests.class, ShowRequest.class, RefuseRequest.class})
final class ConfirmRequest implements InteractiveTask {

    @Parameters(paramLabel = "ID", descriptionKey = "ID", arity = "0..1")
    private Optional<Long> id = Optional.empty();

    @Option(names = "--number", paramLabel = "MOBILE")
    private Optional<TypedNumber> number = Optional.empty();

    private Optional<Mobile> known = Optional.empty();

    @Override
    public void check() {
        if (id.isEmpty()) {
            throw new UsageException("wrong.confirm");
        }
    }

    @Override
    public void ask(Terminal terminal, Texts texts) {
        known = number.map(typed -> typed.told(terminal, texts));
    }

    @Override
    public Duty duty() {
        return Duty.CONFIRM;
    }

    @Override
    public Object answer(Installation installation) throws Exception {
        installation
                .get(RequestNumbers.class)
                .removeEnded(installation.standing().actor());
        Request request = installation.get(Requests.class).get(id.orElseThrow());
        if (request.operation().isPresent()) {
            OperationService.Confirmed confirmed = installation
                    .get(OperationService.class)
                    .confirm(request.id(), known, installation.claim(), e -> detail(e, installation));
            return new CarriedOut(
                    request.id(),
                    request.commandLine(),
                    request.requestedBy(),
                    confirmed.confirmedBy().value(),
                    confirmed.result());
        }
        try (CheckedCopies files = installation.get(RequestFiles.class).copies(request.id(), request.files())) {
            RequiresSecondPerson task = new StoredCommand(files).of(request);
            SecondPerson.Confirmed confirmed = installation
                    .get(SecondPerson.class)
                    .confirm(
                            request.id(),
                            installation.claim(),
                            second -> task.requireFit(second.value(), installation),
                            files,
                            known);
            installation.actOn(confirmed.standing());
            return carriedOut(request, task, installation);
        }
    }

    private static CarriedOut carriedOut(Request request, RequiresSecondPerson task, Installation installation)
            throws Exception {
        Requests requests = installation.get(Requests.class);
        try {
            Object answer = new CarryOut(installation).of(task, inLog(request), request.reason());
            requests.complete(
                    request,
                    Incomplete.isComplete(answer) ? Request.State.DONE : Request.State.INCOMPLETE,
                    Optional.empty());
            return new CarriedOut(
                    request.id(),
                    request.commandLine(),
                    request.requestedBy(),
                    installation.standing().actor().confirmedBy().orElseThrow(),
                    answer);
        } catch (Exception e) {
            requests.complete(request, Request.State.FAILED, Optional.of(detail(e, installation)));
            throw e;
        }
    }

    private static String detail(Exception e, Installation installation) {
        Failure failure = Failure.of(e, installation.home());
        return failure.error() + ": " + PhoneDigits.masked(failure.message().in(Language.EN.locale()));
    }

    /** What is carried out: the words, without the reason, which has a place of its own, and the bytes of the files. */
    private static String inLog(Request request) {
        String words = request.words().stream()
                .filter(word -> !word.startsWith(CommandWords.REASON + "="))
                .collect(Collectors.joining(" "));
        return "request " + request.id() + ": " + words
                + request.files().stream()
                        .map(file -> "; " + file.name() + " has SHA-256 " + file.sha256())
                        .collect(Collectors.joining());
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
    record CarriedOut(long request, String command, PersonName requestedBy, String confirmedBy, Object answer)
            implements Answer {
        @Override
        public boolean complete() {
            return Incomplete.isComplete(answer);
        }

        @Override
        public void tell(Page page) {
            page.say("request.carried-out", Long.toString(request), requestedBy, confirmedBy, command);
            page.blank();
            new ResultRenderer(page).tell(answer);
        }
    }
}
