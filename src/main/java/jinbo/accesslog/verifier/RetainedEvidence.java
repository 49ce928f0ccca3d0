package jinbo.accesslog.verifier;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An auditor's verified evidence from other sources, by file: checkpoints, and "answers", which are manifests and
 * receipts and contain checkpoints, too.
 */
record RetainedEvidence(Map<String, Checkpoint> checkpoints, Map<String, RetainedAnswer> answers) {

    static RetainedEvidence read(List<Path> checkpointFiles, List<Path> answerFiles, VerifierKey key)
            throws VerificationStoppedException {
        Map<String, Checkpoint> checkpoints = new LinkedHashMap<>();
        Map<String, RetainedAnswer> answers = new LinkedHashMap<>();
        for (Path file : checkpointFiles) {
            checkpoints.put(file.toString(), read(file, Checkpoint.MOST_BYTES, bytes -> Checkpoint.open(bytes, key)));
        }
        for (Path file : answerFiles) {
            RetainedAnswer answer = read(file, RetainedAnswer.MOST_BYTES, bytes -> RetainedAnswer.read(bytes, key));
            answers.put(file.toString(), answer);
            checkpoints.put(file.toString(), answer.checkpoint());
        }
        return new RetainedEvidence(checkpoints, answers);
    }

    interface Reading<T> {
        T of(byte[] bytes) throws MalformedException;
    }

    static <T> T read(Path file, int most, Reading<T> reading) throws VerificationStoppedException {
        try {
            return reading.of(BoundedFileReader.read(file, most));
        } catch (MalformedException e) {
            throw VerificationStoppedException.unreadable(file, e.finding());
        } catch (NoSuchFileException e) {
            throw VerificationStoppedException.unreadable(file, Finding.of(Fault.FILE_MISSING));
        } catch (IOException e) {
            throw VerificationStoppedException.unreadable(file, Finding.of(Fault.FILE_UNUSABLE));
        }
    }

    Map<Long, List<String>> filesByIndex() {
        Map<Long, List<String>> files = new LinkedHashMap<>();
        answers.forEach((file, answer) -> files.computeIfAbsent(answer.index(), index -> new ArrayList<>())
                .add(file));
        return files;
    }

    /** Checks that each answer is covered by its checkpoint, and that manifests prove that they continue each other. */
    void checkMutualConsistency(long size) throws VerificationStoppedException {
        for (Map.Entry<String, RetainedAnswer> kept : answers.entrySet()) {
            RetainedAnswer answer = kept.getValue();
            if (answer.index() >= answer.checkpoint().size()) {
                long covered = answer.checkpoint().size();
                throw differs(
                        kept.getKey(), answer, size, Finding.of(Fault.INDEX_BEYOND_SIZE, answer.index(), covered));
            }
            for (RetainedAnswer previous : answers.values()) {
                if (answer.follows(previous)) {
                    compare(kept.getKey(), previous, answer, size);
                }
            }
        }
    }

    private static void compare(String file, RetainedAnswer previous, RetainedAnswer answer, long size)
            throws VerificationStoppedException {
        if (answer.consistency().isEmpty()) {
            throw differs(file, answer, size, Finding.of(Fault.CONSISTENCY_MISSING));
        }
        if (!answer.consistency().get().proves(previous.checkpoint(), answer.checkpoint())) {
            Finding finding =
                    Finding.of(Fault.CONSISTENCY_WRONG, previous.checkpoint().size());
            throw differs(file, answer, size, finding);
        }
    }

    private static VerificationStoppedException differs(
            String file, RetainedAnswer answer, long size, Finding finding) {
        return new VerificationStoppedException(
                new VerificationOutcome.NotConsistent(file, answer.checkpoint().size(), size, finding));
    }

    /** A retained manifest or receipt: the index of its log entry, a checkpoint, and a manifest's consistency proof. */
    record RetainedAnswer(
            long index, Checkpoint checkpoint, Optional<ConsistencyProof> consistency, Map<String, JsonValue> fields) {

        static final int MOST_BYTES = 1 << 20;

        private static final String MANIFEST = "blocklist/v1";
        private static final Set<String> FORMATS = Set.of(MANIFEST, "receipt/v1");

        /** The actions of the entries that record a manifest or a receipt. */
        private static final String PUBLISHED = "PUBLISH_LIST";

        private static final Set<String> INGESTS = Set.of("TAKE_IN", "RELEASE");

        private static final String CHECKPOINT = "access_log_checkpoint";
        private static final String INDEX = "access_log_index";
        private static final String CONSISTENCY = "access_log_consistency";

        static RetainedAnswer read(byte[] bytes, VerifierKey key) throws MalformedException {
            Map<String, JsonValue> fields = JsonReader.readObject(NoteText.utf8(bytes), Fault.JSON_MALFORMED)
                    .values();
            if (text(fields, "format").filter(FORMATS::contains).isEmpty()) {
                throw new MalformedException(Fault.ANSWER_FIELD, "format");
            }
            if (!(fields.get(CHECKPOINT) instanceof JsonValue.Text note)) {
                throw new MalformedException(Fault.ANSWER_FIELD, CHECKPOINT);
            }
            return new RetainedAnswer(
                    number(fields, INDEX).orElseThrow(() -> new MalformedException(Fault.ANSWER_FIELD, INDEX)),
                    Checkpoint.open(note.value(), key),
                    fields.containsKey(CONSISTENCY) ? Optional.of(proof(fields.get(CONSISTENCY))) : Optional.empty(),
                    fields);
        }

        Optional<String> insurer() {
            return text(fields, "insurer");
        }

        /** True if this is the manifest that follows the other one, for the same insurer. */
        boolean follows(RetainedAnswer other) {
            return insurer().isPresent()
                    && insurer().equals(other.insurer())
                    && spelling("previous_sequence").isPresent()
                    && spelling("previous_sequence").equals(other.spelling("sequence"));
        }

        /**
         * True if the entry records this answer: a manifest by sequence and hash of the list, a receipt by file and
         * status.
         */
        boolean isRecordedBy(LogEntry entry) {
            if (!entry.isResult()) {
                return false;
            }
            String action = entry.text(EntryField.ACTION).orElseThrow();
            if (text(fields, "format").orElseThrow().equals(MANIFEST)) {
                return action.equals(PUBLISHED)
                        && agree(insurer(), entry.text(EntryField.INSURER))
                        && agree(
                                spelling("sequence"),
                                Optional.ofNullable(entry.list().get("sequence")))
                        && agree(
                                text(fields, "sha256"),
                                Optional.ofNullable(entry.list().get("sha256")));
            }
            return INGESTS.contains(action)
                    && agree(text(fields, "file"), entry.text(EntryField.OBJECT))
                    && agree(text(fields, "status"), entry.text(EntryField.OUTCOME));
        }

        private static boolean agree(Optional<String> claimed, Optional<String> recorded) {
            return claimed.isPresent() && claimed.equals(recorded);
        }

        private static Optional<String> text(Map<String, JsonValue> fields, String name) {
            return fields.get(name) instanceof JsonValue.Text text ? Optional.of(text.value()) : Optional.empty();
        }

        private Optional<String> spelling(String name) {
            return fields.get(name) instanceof JsonValue.Numeral numeral
                    ? Optional.of(numeral.spelling())
                    : Optional.empty();
        }

        private static Optional<Long> number(Map<String, JsonValue> fields, String name) throws MalformedException {
            return fields.get(name) instanceof JsonValue.Numeral numeral
                    ? Optional.of(Checkpoint.number(numeral.spelling(), Fault.JSON_MALFORMED))
                    : Optional.empty();
        }

        private static ConsistencyProof proof(JsonValue value) throws MalformedException {
            if (!(value instanceof JsonValue.Items items) || items.values().size() > 2 * Long.SIZE) {
                throw new MalformedException(Fault.ANSWER_FIELD, CONSISTENCY);
            }
            List<Hash> hashes = new ArrayList<>();
            for (JsonValue item : items.values()) {
                if (!(item instanceof JsonValue.Text text)) {
                    throw new MalformedException(Fault.ANSWER_FIELD, CONSISTENCY);
                }
                hashes.add(Hash.read(text.value(), Fault.CONSISTENCY_WRONG));
            }
            return new ConsistencyProof(hashes);
        }
    }
}
