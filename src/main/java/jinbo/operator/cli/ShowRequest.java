package jinbo.operator.cli;

import java.util.Optional;
import jinbo.participant.operation.OperationService;
import jinbo.participant.operation.Outline;
import jinbo.participant.staff.CheckedCopies;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.Request;
import jinbo.participant.staff.RequestFiles;
import jinbo.participant.staff.Requests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code confirm show}: what a request would do, made from its stored words and files. */
@Command(name = "show")
final class ShowRequest implements Task {

    @Parameters(paramLabel = "ID", descriptionKey = "ID")
    private long id;

    @Override
    public Duty duty() {
        return Duty.LOOK;
    }

    @Override
    public Answer answer(Installation installation) throws Exception {
        Request request = installation.get(Requests.class).get(id);
        Optional<Outline> outline = Optional.empty();
        boolean open = request.state(installation.now()) == Request.State.OPEN;
        if (open && request.operation().isPresent()) {
            outline = Optional.of(installation.get(OperationService.class).foresee(request));
        } else if (open) {
            try (CheckedCopies files = installation.get(RequestFiles.class).copies(request.id(), request.files())) {
                files.take();
                outline = Optional.of(new StoredCommand(files).of(request).outline(installation));
            }
        }
        return RequestSheet.shown(request, outline, installation.now());
    }
}
