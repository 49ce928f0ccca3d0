package jinbo.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.exchange.AnswerNames;
import jinbo.exchange.AnswerNames.Answered;
import jinbo.exchange.FileKind;
import jinbo.exchange.InboundName;
import jinbo.insurer.InsurerCode;
import jinbo.partner.PartnerException.Reason;

/** What an insurer has sealed for the association, and what of it the association has answered. */
public final class Outbox {

    private static final int MOST = 999;

    private final PartnerFolder folder;
    private final InsurerCode code;

    public Outbox(PartnerFolder folder, InsurerCode code) {
        this.folder = folder;
        this.code = code;
    }

    /** What was begun to be sent and is known of it, by name. */
    public List<OutboxNote> notes() throws IOException {
        try (Stream<Path> files = Files.list(folder.outbox())) {
            List<Path> notes = files.filter(OutboxNote::isNote).sorted().toList();
            List<OutboxNote> read = new ArrayList<>();
            for (Path note : notes) {
                read.add(OutboxNote.read(note));
            }
            return List.copyOf(read);
        }
    }

    /** What lies sealed, and no receipt in the inbox answers. */
    public List<OutboxNote> unanswered() throws IOException {
        Set<String> answered = answeredStems();
        return notes().stream()
                .filter(note -> Files.exists(file(note))
                        && !answered.contains(note.name().stem()))
                .toList();
    }

    /** What lies sealed and has not been dropped, as far as we know. */
    public List<OutboxNote> waiting() throws IOException {
        return unanswered().stream().filter(note -> note.droppedAt().isEmpty()).toList();
    }

    /** Where a sealed file lies. */
    public Path file(OutboxNote note) {
        return folder.outbox().resolve(note.file());
    }

    /**
     * The next name of a kind and day.
     *
     * @throws PartnerException if all numbers of that day are used
     */
    InboundName next(FileKind kind, LocalDate date) throws IOException {
        Set<String> used = answeredStems();
        notes().forEach(note -> used.add(note.name().stem()));
        for (int number = MOST; number >= 1; number--) {
            if (used.contains(new InboundName(kind, code, date, number).stem())) {
                if (number == MOST) {
                    throw new PartnerException(
                            Reason.NUMBERS_USED_UP,
                            "All numbers of " + kind.word() + " of " + date
                                    + " are used; give another day with --date");
                }
                return new InboundName(kind, code, date, number + 1);
            }
        }
        return new InboundName(kind, code, date, 1);
    }

    /** What the same content of the same kind was sealed as before, the newest first. */
    Stream<OutboxNote> same(FileKind kind, String contentSha256) throws IOException {
        return notes().stream()
                .filter(note ->
                        note.name().kind() == kind && note.contentSha256().equals(contentSha256))
                .sorted(Comparator.comparing(OutboxNote::sealedAt).reversed());
    }

    boolean isAnswered(OutboxNote note) throws IOException {
        return answeredStems().contains(note.name().stem());
    }

    Optional<OutboxNote> note(InboundName name) throws IOException {
        Path note = OutboxNote.pathOf(folder.outbox(), name);
        return Files.exists(note) ? Optional.of(OutboxNote.read(note)) : Optional.empty();
    }

    private Set<String> answeredStems() throws IOException {
        try (Stream<Path> files = Files.list(folder.inbox())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("receipt-"))
                    .flatMap(name -> AnswerNames.parse(code, name).map(Answered::stem).stream())
                    .collect(HashSet::new, Set::add, Set::addAll);
        }
    }
}
