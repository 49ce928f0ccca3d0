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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.exchange.format.AnswerFileNames;
import jinbo.exchange.format.AnswerFileNames.Answered;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.InboundFileName;
import jinbo.participant.insurer.InsurerCode;
import jinbo.partner.OutboxNote.NoteDamagedException;
import jinbo.platform.error.ErrorMessage;
import jinbo.platform.files.FolderWalk;

/** The sealed files of an insurer, and whether the association has answered them. */
public record Outbox(PartnerFolder folder, InsurerCode code) {

    private static final int MAX_NUMBER = 999;

    /** All readable notes about files, sorted by name. */
    public List<OutboxNote> notes() throws IOException {
        List<OutboxNote> read = new ArrayList<>();
        for (Path note : FolderWalk.list(folder.outbox())) {
            if (OutboxNote.isNote(note)) {
                try {
                    read.add(OutboxNote.read(note));
                } catch (NoteDamagedException e) {
                    continue;
                }
            }
        }
        return List.copyOf(read);
    }

    /** Sealed files that have neither a readable note nor a receipt, each with a message about the remedy. */
    public SortedMap<String, ErrorMessage> damaged() throws IOException {
        Set<String> answered = answeredStems();
        SortedMap<String, ErrorMessage> damaged = new TreeMap<>();
        for (Path file : FolderWalk.list(folder.outbox())) {
            Optional<InboundFileName> name =
                    InboundFileName.parseMentioned(file.getFileName().toString());
            if (name.isPresent()
                    && file.toString().endsWith(".pgp")
                    && !answered.contains(name.get().stem())) {
                unreadableNote(name.get())
                        .ifPresent(note -> damaged.put(
                                name.get().fileName(),
                                ErrorMessage.of(
                                        note,
                                        name.get().fileName(),
                                        commandFor(name.get().kind()))));
            }
        }
        return damaged;
    }

    private Optional<PartnerError> unreadableNote(InboundFileName name) throws IOException {
        try {
            return note(name).isPresent() ? Optional.empty() : Optional.of(PartnerError.OUTBOX_NOTE_GONE);
        } catch (NoteDamagedException e) {
            return Optional.of(PartnerError.OUTBOX_NOTE_DAMAGED);
        }
    }

    static String commandFor(FileKind kind) {
        return "partner "
                + switch (kind) {
                    case COMPLAINTS -> "upload FILE";
                    case WITHDRAWALS -> "withdraw FILE";
                    case CASE_ANSWERS -> "answer-cases FILE";
                    case CERTIFICATE -> "certificate send (or revoke)";
                    case ACK -> "ack";
                    case RESYNC -> "resync --reason TEXT";
                };
    }

    /** Files without a receipt. A file that was not sent yet is unanswered, even if there is a receipt of its name. */
    public List<OutboxNote> unanswered() throws IOException {
        Set<String> answered = answeredStems();
        return notes().stream()
                .filter(note -> Files.exists(file(note))
                        && (note.droppedAt().isEmpty()
                                || !answered.contains(note.name().stem())))
                .toList();
    }

    /** Sealed files that were not yet sent, according to their notes. */
    public List<OutboxNote> waiting() throws IOException {
        return unanswered().stream().filter(note -> note.droppedAt().isEmpty()).toList();
    }

    boolean isWaiting(InboundFileName name) throws IOException {
        return waiting().stream().anyMatch(note -> note.name().equals(name));
    }

    public Path file(OutboxNote note) {
        return folder.outbox().resolve(note.file());
    }

    /** The next name of a kind and day, with a number above all known ones, that is also free on the drop. */
    InboundFileName next(FileKind kind, LocalDate date, Predicate<InboundFileName> taken) throws IOException {
        Set<String> used = answeredStems();
        for (Path file : FolderWalk.list(folder.outbox())) {
            String name = file.getFileName().toString();
            InboundFileName.parseMentioned(OutboxNote.isNote(file) ? name.substring(0, name.lastIndexOf('.')) : name)
                    .ifPresent(each -> used.add(each.stem()));
        }
        int number = MAX_NUMBER;
        while (number > 0 && !used.contains(new InboundFileName(kind, code, date, number).stem())) {
            number--;
        }
        for (number++; number <= MAX_NUMBER; number++) {
            InboundFileName name = new InboundFileName(kind, code, date, number);
            if (!taken.test(name)) {
                return name;
            }
        }
        throw new PartnerException(PartnerError.NUMBERS_USED_UP, kind.prefix(), date);
    }

    /** The notes of files with the same kind and content, the newest first. */
    Stream<OutboxNote> findByContent(FileKind kind, String contentSha256) throws IOException {
        return notes().stream()
                .filter(note ->
                        note.name().kind() == kind && note.contentSha256().equals(contentSha256))
                .sorted(Comparator.comparing(OutboxNote::sealedAt).reversed());
    }

    boolean isAnswered(OutboxNote note) throws IOException {
        return answeredStems().contains(note.name().stem());
    }

    Optional<OutboxNote> note(InboundFileName name) throws IOException {
        Path note = OutboxNote.pathOf(folder.outbox(), name);
        return Files.exists(note) ? Optional.of(OutboxNote.read(note)) : Optional.empty();
    }

    List<Path> receipts(InboundFileName name) throws IOException {
        return FolderWalk.list(folder.inbox()).stream()
                .filter(file -> file.getFileName().toString().startsWith("receipt-")
                        && AnswerFileNames.parse(code, file.getFileName().toString())
                                .filter(answered -> answered.stem().equals(name.stem()))
                                .isPresent())
                .toList();
    }

    private Set<String> answeredStems() throws IOException {
        return FolderWalk.list(folder.inbox()).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith("receipt-"))
                .flatMap(name -> AnswerFileNames.parse(code, name).map(Answered::stem).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
