package jinbo.operator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jinbo.participant.operation.Outline;
import jinbo.participant.staff.CheckedCopies;
import jinbo.participant.staff.Request;
import jinbo.participant.staff.RequestFiles;
import jinbo.participant.staff.Requests;
import jinbo.participant.staff.StaffError;
import jinbo.participant.staff.StaffException;

/** Keeps a command, with the bytes of its files, for a second person's confirmation. */
final class RecordRequest {

    private final Installation installation;
    private final Requests requests;
    private final RequestFiles files;

    RecordRequest(Installation installation) {
        this.installation = installation;
        this.requests = installation.get(Requests.class);
        this.files = installation.get(RequestFiles.class);
    }

    /** What could not be done is not asked for: it is looked at before anything is kept, and again as it is kept. */
    Answer of(RequiresSecondPerson task, CommandWords typed) throws Exception {
        if (typed.holdNumbers()) {
            throw new StaffException(StaffError.HOLDS_NUMBER);
        }
        task.outline(installation);
        task.requireFit(installation.standing().actor().name(), installation);
        CommandWords words = task.kept(typed, installation);
        long id = requests.nextId();
        boolean recorded = false;
        try {
            List<Request.StoredFile> kept = keep(id, words);
            Outline outline = outline(id, words, kept);
            Request request = requests.record(
                    id,
                    words.shown(),
                    Optional.empty(),
                    task.duty(),
                    words.reason(),
                    kept,
                    Optional.empty(),
                    installation.standing().actor());
            recorded = true;
            return RequestSheet.recorded(request, outline, installation.now());
        } finally {
            if (!recorded) {
                files.discard(id, words.words().size());
            }
        }
    }

    private Outline outline(long id, CommandWords words, List<Request.StoredFile> kept) throws Exception {
        try (CheckedCopies copies = files.copies(id, kept)) {
            copies.take();
            return new StoredCommand(copies)
                    .of(
                            id,
                            words.shown(),
                            kept.stream().map(Request.StoredFile::argument).toList())
                    .outline(installation);
        }
    }

    private List<Request.StoredFile> keep(long id, CommandWords words) throws Exception {
        List<Request.StoredFile> kept = new ArrayList<>();
        for (int word : IntStream.range(0, words.words().size())
                .filter(i -> words.words().get(i).file().isPresent())
                .toArray()) {
            kept.add(files.keep(id, word, words.words().get(word).file().orElseThrow()));
        }
        return kept;
    }
}
